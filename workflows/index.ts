export { anstossWorkflow } from './anstoss-workflow.ts';
export { fallWorkflow } from './fall-workflow.ts';
export { loeschungWorkflow } from './loeschung-workflow.ts';
export { potenzialWorkflow } from './potenzial-workflow.ts';
export { rundgangWorkflow } from './rundgang-workflow.ts';
export { teamWorkflow } from './team-workflow.ts';
export { verankerungWorkflow } from './verankerung-workflow.ts';
export { zustellungWorkflow } from './zustellung-workflow.ts';

export { fallWorkflow } from './fall-workflow.ts';
export { zustellungWorkflow } from './zustellung-workflow.ts';

const KENNUNG = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

/** Whether a text is the id of something; ids mean nothing to people. */
export const istKennung = (text: string): boolean => KENNUNG.test(text);

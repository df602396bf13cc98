import chromium from '@sparticuz/chromium';
import { chromium as treiber, type Browser } from 'playwright-core';

/** A Chromium without window. It keeps its rules about origins: what a page may load is part of what is tested. */
export async function oeffneBrowser(): Promise<Browser> {
  return treiber.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--lang=de-DE',
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--in-process-gpu',
      '--use-angle=swiftshader',
    ],
  });
}

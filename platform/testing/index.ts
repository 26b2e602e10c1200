export { hasBrowser, openBrowser, type OpenPage, type TestBrowser } from './open-browser.ts';
export { repositoryRoot, sharedData } from './repository.ts';
export { startAltis, type Altis, type StartOptions } from './start-altis.ts';
export type { TestRole, TestUser } from './test-user.ts';
export { waitFor } from './wait-for.ts';
export { beginUpload, idOfUpload, uploadFile } from './upload-file.ts';
export { canReadPdf, readPdf } from './read-pdf.ts';

/** The address that the build will be served from. */

/** Where `npm start` serves the pane, and what `manifest.xml` of the project says. */
export const LOCAL_ADDRESS = 'https://localhost:3000';

/**
 * The address of the folder on the server, without a slash at its end, as the manifest is to name it. Without one it is
 * {@link LOCAL_ADDRESS}. Throws, saying what is wrong, where it is none that Office takes: it takes HTTPS only, and file names
 * are put behind the address.
 */
export function siteAddress(given: string | undefined): string {
  if (given === undefined || given.trim() === '') return LOCAL_ADDRESS;
  const refuse = (what: string): never => {
    throw new Error(`ADDIN_BASE_URL ${what}, for instance https://host.example/folder, not: ${given}`);
  };
  if (!URL.canParse(given)) return refuse('must be a whole address');
  const url = new URL(given);
  if (url.protocol !== 'https:') return refuse('must begin with https');
  if (url.username !== '' || url.password !== '') return refuse('must hold no user name and no password');
  // Also a mark with nothing behind it, which would stay in front of the files' names.
  if (/[?#]/.test(url.href)) return refuse('must hold no ? and no #');
  return url.href.replace(/\/+$/, '');
}

/** The manifest for an address that {@link siteAddress} gave, from the text of the one for {@link LOCAL_ADDRESS}. */
export function manifestFor(address: string, manifest: string): string {
  const written = address.replaceAll('&', '&amp;');
  return manifest.replaceAll(LOCAL_ADDRESS, () => written);
}

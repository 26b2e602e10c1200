/**
 * The terms of the IPTC Sport Schema 1.1 (https://sportschema.org, ontologies main, facet) that results are told in.
 * Statuses and marks that it leaves to others are told in terms of ODF, under a prefix of their own.
 */
export const context = {
  sport: 'https://sportschema.org/ontologies/main/',
  spfacet: 'https://sportschema.org/ontologies/sports-facet/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  odf: 'urn:odf:',
} as const;

/** Gender of an event, by its letter in the RSC: IPTC NewsCodes, asportfacet. */
export const genders: Readonly<Record<string, string>> = {
  M: 'http://cv.iptc.org/newscodes/asportfacet/men',
  W: 'http://cv.iptc.org/newscodes/asportfacet/women',
  X: 'http://cv.iptc.org/newscodes/asportfacet/mixed',
  O: 'http://cv.iptc.org/newscodes/asportfacet/open',
};

/** How far an event has come, by ODF ResultStatus: IPTC NewsCodes, speventstatus. */
export function eventStatus(resultStatus: string | null): string {
  const cv = 'http://cv.iptc.org/newscodes/speventstatus/';
  if (resultStatus === null || resultStatus === 'START_LIST') return `${cv}pre-event`;
  return ['OFFICIAL', 'UNOFFICIAL', 'UNCONFIRMED'].includes(resultStatus) ? `${cv}post-event` : `${cv}mid-event`;
}

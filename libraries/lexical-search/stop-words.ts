/** Whether a folded term is a function word of one of the product's languages, which a match may do without. */
export function isStopWord(term: string): boolean {
  return stopWords.has(term);
}

const stopWords = new Set(
  `a an and at by for from in into of on or the to with
   au aux avec ce dans de des du en et la le les par pour sur un une
   al alla allo con da dal dei del della delle di e gli i il nel nella per tra uno
   am an auf aus bei das dem den der die ein eine einem einen einer fur im ist mit nach und vom von zu zum zur
   al con de del desde el en entre la las lo los por sobre su sus una unas uno unos y
   ao aos as com da das de do dos e em entre na nas no nos o os para pela pelas pelo pelos um uma umas uns
   без в во для до за и из или к ко на над не о об от по под при с со у
   في من علي الي عن مع و او
   的 了 在 是 和 与 及 の を に が は で と へ も`
    .split(/\s+/)
    .filter(Boolean),
);

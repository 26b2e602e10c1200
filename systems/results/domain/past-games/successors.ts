/**
 * To which organisation of today the medals of one that is no more are added, where they are added at all. Where several
 * states followed, it is the one that took over the seat; who sees it otherwise reads the table without.
 */
const successors: Readonly<Record<string, string>> = {
  AHO: 'CUW',
  ANZ: 'AUS',
  BIR: 'MYA',
  BOH: 'CZE',
  CEY: 'SRI',
  DAH: 'BEN',
  EUA: 'GER',
  EUN: 'RUS',
  FRG: 'GER',
  GDR: 'GER',
  IHO: 'INA',
  KHM: 'CAM',
  KMT: 'TPE',
  MAL: 'MAS',
  NRH: 'ZAM',
  OAR: 'RUS',
  RAU: 'EGY',
  RHO: 'ZIM',
  ROC: 'RUS',
  RPC: 'RUS',
  RU1: 'RUS',
  SAA: 'GER',
  SCG: 'SRB',
  TCH: 'CZE',
  UAR: 'EGY',
  URS: 'RUS',
  VNM: 'VIE',
  VOL: 'BUR',
  WSM: 'SAM',
  YAR: 'YEM',
  YMD: 'YEM',
  YUG: 'SRB',
  ZAI: 'COD',
};

/** The organisation that followed one that is no more. */
export function successorOf(code: string): string | undefined {
  return successors[code];
}

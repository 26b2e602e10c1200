import type { ProgrammeKind } from './skate-programme.ts';

/** What is skated, with invented base values near the usual ones in hundredths. */
export const programmeKinds: Readonly<Record<'singles' | 'pairs', { short: ProgrammeKind; free: ProgrammeKind }>> = {
  singles: {
    short: {
      lengthMs: 160_000,
      factor: 1.33,
      elements: [
        ['3Lz+3T', 1010],
        ['2A', 330],
        ['FCSp4', 320],
        ['3F', 583],
        ['LSp4', 270],
        ['StSq4', 390],
        ['CCoSp4', 350],
      ],
    },
    free: {
      lengthMs: 240_000,
      factor: 2.67,
      elements: [
        ['3Lz+3T', 1010],
        ['3F', 530],
        ['2A', 330],
        ['3Lo', 490],
        ['FCSp4', 320],
        ['StSq4', 390],
        ['3Lz', 649],
        ['3F+2T', 726],
        ['3S', 473],
        ['ChSq1', 300],
        ['LSp4', 270],
        ['CCoSp4', 350],
      ],
    },
  },
  pairs: {
    short: {
      lengthMs: 160_000,
      factor: 1.33,
      elements: [
        ['3Tw4', 600],
        ['3T', 420],
        ['3LoTh', 500],
        ['5RLi4', 700],
        ['FoDs4', 510],
        ['PCoSp4', 450],
        ['StSq4', 390],
      ],
    },
    free: {
      lengthMs: 240_000,
      factor: 2.67,
      elements: [
        ['3Tw4', 600],
        ['3S', 430],
        ['3T+2T', 550],
        ['5ALi4', 700],
        ['3LoTh', 500],
        ['FoDs4', 510],
        ['3STh', 440],
        ['5RLi4', 770],
        ['3Li4', 560],
        ['PCoSp4', 450],
        ['ChSq1', 300],
      ],
    },
  },
};

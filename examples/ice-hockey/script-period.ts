import type { Random } from '../broadcast/random.ts';
import type { Point } from './rink.ts';
import { frameRate } from '../broadcast/picture.ts';
import { type Aim, type Scene, type Touch } from './scene.ts';
import type { Role, Side, SkaterRole } from './teams.ts';

/**
 * Writes the play-book of one condensed first period of about 150 s: opening goal, saves, a penalty and the power-play
 * goal whose scorer is corrected, a change of goalkeeper, a goal that the video review cancels, a time-out, a second
 * penalty with a goal for the away team, and the last seconds.
 * Chance varies the times by a few frames, the places, the lines and the sides; the order of the story stays.
 */
export function scriptPeriod(random: Random): Scene[] {
  const mirror = random.pick([1, -1] as const);
  const late = (): number => random.between(-0.3, 0.3);
  const around = (x: number, y: number): Point => ({
    x: x + random.between(-0.8, 0.8),
    y: mirror * (y + random.between(-0.8, 0.8)),
  });
  const by = (side: Side): Playbook => ({
    receive: (seconds, role, x, y) => ({ kind: 'receive', frame: frames(seconds), side, role, at: around(x, y) }),
    shoot: (seconds, role, x, y, outcome) => ({
      kind: 'shot',
      frame: frames(seconds),
      side,
      role,
      from: around(x, y),
      outcome,
      aim:
        outcome === 'goal' ? goalAim(random) : { across: random.between(-0.6, 0.6), height: random.between(0.15, 0.9) },
    }),
  });
  const home = by('home');
  const away = by('away');
  const firstLine = random.pick([0, 1] as const);
  const otherLine = firstLine === 0 ? 1 : 0;
  const spot = (x: number, y: number): Point => ({ x, y: mirror * y });

  const opening = (): Scene => {
    const save = 6.6 + late();
    const goal = 10.7 + late();
    return scene(0, 20.2, 0, 2, goal, {
      line: { home: firstLine, away: firstLine },
      faceoff: { frame: frames(2), spot: { x: 0, y: 0 } },
      touches: [
        home.receive(2.7, 'RD', -6, -4),
        home.receive(3.8, 'LD', -5, 5),
        home.receive(5.1, 'RW', 9, -9),
        home.shoot(save, 'RW', 17, -6, 'save'),
        home.receive(save + 1.3, 'LW', 24.5, 9.5),
        home.receive(save + 2.4, 'LD', 11, 6),
        home.receive(goal - 0.9, 'C', 20, -3),
        home.shoot(goal, 'C', 20.5, -2, 'goal'),
      ],
      goal: { frame: frames(goal), side: 'home', scorer: 'C', assists: ['LD', 'LW'] },
    });
  };

  const chances = (): Scene => {
    const awayShot = 26.6 + late();
    const homeShot = 33.2 + late();
    return scene(20.2, 35.4, 252, 21.2, homeShot + 0.5, {
      line: { home: otherLine, away: otherLine },
      faceoff: { frame: frames(21.2), spot: spot(-5.64, 7) },
      touches: [
        away.receive(21.9, 'LD', -2, -4),
        away.receive(23.2, 'RW', 8, 8.5),
        away.receive(24.9, 'C', 15, 2),
        away.shoot(awayShot, 'C', 18.5, 1, 'save'),
        home.receive(awayShot + 1.2, 'RD', -25, -7),
        home.receive(awayShot + 2.6, 'C', -6, -3),
        home.receive(homeShot - 2.2, 'LW', 10, 7),
        home.shoot(homeShot, 'LW', 18.5, 4, 'save'),
      ],
      whistleFrame: frames(homeShot + 0.5),
    });
  };

  const tripping = (): Scene => {
    const foul = 41.6 + late();
    return scene(35.4, 47.6, 451, 36.6, foul + 0.9, {
      line: { home: firstLine, away: firstLine },
      faceoff: { frame: frames(36.6), spot: spot(-5.64, -7) },
      touches: [
        home.receive(37.3, 'LD', -13, 4),
        home.receive(38.5, 'C', -5, -5),
        home.receive(40, 'LW', 8, 6),
        home.receive(foul + 0.2, 'LW', 17, 7),
      ],
      foul: { frame: frames(foul), side: 'away', role: 'RD', on: 'LW', code: 'TRIP' },
      whistleFrame: frames(foul + 0.9),
    });
  };

  const powerPlay = (clockSeconds: number): Scene => {
    const save = 53 + late();
    const goal = 58.6 + late();
    return scene(47.6, 68.2, clockSeconds, 48.8, goal, {
      line: { home: otherLine, away: otherLine },
      shortOf: { side: 'away', role: 'RW' },
      faceoff: { frame: frames(48.8), spot: spot(20, 7) },
      touches: [
        home.receive(49.5, 'LD', 10, 5),
        home.receive(50.6, 'RD', 10.5, -4),
        home.receive(51.7, 'RW', 18, -8.5),
        home.shoot(save, 'RW', 18.5, -6.5, 'save'),
        home.receive(save + 1.1, 'LW', 23.5, 8.5),
        home.receive(save + 2.2, 'LD', 10.5, 4),
        home.receive(save + 3.2, 'RW', 17.5, -8),
        home.receive(goal - 0.75, 'RD', 12, -1.5),
        home.shoot(goal, 'RD', 12.4, -1.5, 'goal'),
      ],
      goal: { frame: frames(goal), side: 'home', scorer: 'C', assists: ['RD', 'RW'], firstCredited: 'RD' },
    });
  };

  const goalkeeperChange = (clockSeconds: number): Scene => ({
    ...scene(68.2, 73.4, clockSeconds, 73.4, 73.4, { line: { home: firstLine, away: firstLine }, touches: [] }),
    kind: 'goalkeeper-change',
    side: 'away',
  });

  const response = (clockSeconds: number): Scene => {
    const save = 79.4 + late();
    return scene(73.4, 81.4, clockSeconds, 74.4, save + 0.4, {
      line: { home: firstLine, away: firstLine },
      faceoff: { frame: frames(74.4), spot: { x: 0, y: 0 } },
      goalkeeper: { home: 0, away: 1 },
      touches: [
        away.receive(75.1, 'RD', -6, -3),
        away.receive(76.3, 'LW', 7.5, 8),
        away.receive(77.9, 'RW', 17, -6),
        away.shoot(save, 'RW', 20, -4.5, 'save'),
      ],
      whistleFrame: frames(save + 0.4),
    });
  };

  const cancelledGoal = (): Scene => {
    const goal = 88.6 + late();
    return scene(81.4, 104, 764, 82.4, goal, {
      line: { home: otherLine, away: otherLine },
      goalkeeper: { home: 0, away: 1 },
      faceoff: { frame: frames(82.4), spot: spot(-20, -7) },
      touches: [
        away.receive(83.1, 'LD', 10.5, 5),
        away.receive(84.3, 'RD', 11, -5),
        away.receive(85.6, 'RW', 21, -9),
        away.receive(86.8, 'LW', 24.5, 7.5),
        away.receive(goal - 0.6, 'C', 22.5, 1),
        away.shoot(goal, 'C', 22.8, 0.8, 'goal'),
      ],
      goal: { frame: frames(goal), side: 'away', scorer: 'C', assists: ['LW', 'RW'] },
      review: { startFrame: frames(goal + 3.6), decisionFrame: frames(goal + 11.2) },
    });
  };

  const timeOut = (clockSeconds: number): Scene => ({
    ...scene(104, 110, clockSeconds, 110, 110, { line: { home: firstLine, away: otherLine }, touches: [] }),
    kind: 'time-out',
    side: 'away',
    goalkeeper: { home: 0, away: 1 },
  });

  const hooking = (): Scene => {
    const save = 115.4 + late();
    const foul = 119.6 + late();
    return scene(110, 124.6, 917, 111, foul + 0.9, {
      line: { home: firstLine, away: firstLine },
      goalkeeper: { home: 0, away: 1 },
      faceoff: { frame: frames(111), spot: spot(5.64, -7) },
      touches: [
        home.receive(111.7, 'RD', -2, -5),
        home.receive(112.9, 'RW', 9, -9),
        home.receive(114, 'C', 16, -1),
        home.shoot(save, 'C', 19, 0, 'save'),
        away.receive(save + 1.2, 'LD', -24, -7),
        away.receive(save + 2.5, 'C', -8, -2),
        away.receive(foul + 0.2, 'C', 6, 3),
      ],
      foul: { frame: frames(foul), side: 'home', role: 'LD', on: 'C', code: 'HOOK' },
      whistleFrame: frames(foul + 0.9),
    });
  };

  const secondPowerPlay = (clockSeconds: number): Scene => {
    const save = 129.8 + late();
    const goal = 134.6 + late();
    return scene(124.6, 144, clockSeconds, 125.6, goal, {
      line: { home: otherLine, away: firstLine },
      goalkeeper: { home: 0, away: 1 },
      shortOf: { side: 'home', role: 'LW' },
      faceoff: { frame: frames(125.6), spot: spot(-20, 7) },
      touches: [
        away.receive(126.3, 'RD', 10.5, -4.5),
        away.receive(127.3, 'LD', 10.5, 4.5),
        away.receive(128.4, 'LW', 18, 8),
        away.shoot(save, 'LW', 19.5, 5.5, 'save'),
        away.receive(save + 1.1, 'RW', 24.5, -8),
        away.receive(save + 2.4, 'RD', 11, -4),
        away.receive(goal - 0.8, 'LW', 19, 6),
        away.shoot(goal, 'LW', 19.6, 5.4, 'goal'),
      ],
      goal: { frame: frames(goal), side: 'away', scorer: 'LW', assists: ['RD', 'RW'] },
    });
  };

  const lastSeconds = (): Scene => {
    const save = 149.2 + late() / 2;
    return scene(144, 154, 1200 - 5.4, 145, 150.4, {
      line: { home: firstLine, away: otherLine },
      goalkeeper: { home: 0, away: 1 },
      faceoff: { frame: frames(145), spot: spot(5.64, 7) },
      touches: [
        home.receive(145.6, 'LD', -1, 5),
        home.receive(146.7, 'LW', 9, 8),
        home.receive(147.8, 'RW', 17, -5),
        home.shoot(save, 'RW', 19.5, -3.5, 'save'),
      ],
      whistleFrame: frames(150.4),
    });
  };

  const trip = tripping();
  const power = powerPlay(clockAfter(trip));
  const change = goalkeeperChange(clockAfter(power));
  const cancelled = cancelledGoal();
  const hook = hooking();
  return [
    opening(),
    chances(),
    trip,
    power,
    change,
    response(clockAfter(change)),
    cancelled,
    timeOut(clockAfter(cancelled)),
    hook,
    secondPowerPlay(clockAfter(hook)),
    lastSeconds(),
  ];
}

interface Playbook {
  receive(seconds: number, role: Role, x: number, y: number): Touch;
  shoot(seconds: number, role: SkaterRole, x: number, y: number, outcome: 'goal' | 'save'): Touch;
}

function scene(
  startSeconds: number,
  endSeconds: number,
  clockStartSeconds: number,
  clockFromSeconds: number,
  clockToSeconds: number,
  rest: Pick<Scene, 'line' | 'touches'> & Partial<Scene>,
): Scene {
  return {
    kind: 'play',
    startFrame: frames(startSeconds),
    endFrame: frames(endSeconds),
    clockStartSeconds,
    clockRuns: { from: frames(clockFromSeconds), to: frames(clockToSeconds) },
    goalkeeper: { home: 0, away: 0 },
    ...rest,
  };
}

function clockAfter({ clockStartSeconds, clockRuns }: Scene): number {
  return clockStartSeconds + (clockRuns.to - clockRuns.from) / frameRate;
}

function goalAim(random: Random): Aim {
  return { across: random.pick([-0.72, 0.72]), height: random.pick([0.2, 0.95]) };
}

function frames(seconds: number): number {
  return Math.round(seconds * frameRate);
}

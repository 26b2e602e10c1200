import { decideVersion, readMessage, versionStamp, type OdfMessage, type VersionStamp } from '@altis/odf';
import { flawOfFault } from '../../domain/flaw.ts';
import { unitNotes, unitResults } from '../../domain/unit-results.ts';
import { writeDocument, type UnitDocument } from '../../store/documents.ts';
import { findHeldStamp } from '../../store/find-messages.ts';
import { lockNames } from '../../store/lock.ts';
import { Refusal, type Filed, type Intake } from './intake.ts';
import { projectPlayByPlay } from './project-play-by-play.ts';
import { projectUnits } from './project-units.ts';

/** Elements, attributes and texts of one unit's message, which is held in memory: some hundred megabytes at most. */
const maxNodes = 1_500_000;

/** Takes in the results or the play-by-play of a unit: of each key the highest version holds. */
export async function takeInUnitDocument(intake: Intake): Promise<Filed> {
  const { trx, bytes, header, versionKey } = intake;
  const reading = readMessage(bytes, { maxNodes });
  if (!reading.ok) throw new Refusal(flawOfFault(reading.fault), header);
  const { message } = reading;
  const stamp = versionStamp(message);
  const outcome = decideVersion(await findHeldStamp(trx, versionKey), stamp);

  if (outcome === 'new' || outcome === 'replaces') {
    await lockNames(trx, 'read');
    const document = unitDocument(intake, message, stamp);
    await writeDocument(trx, document);
    await projectUnits(intake, [document.unit]);
    if (document.kind === 'play-by-play') await projectPlayByPlay(intake, document.unit);
  }
  const warnings = reading.warnings.map(({ path, message: text }) => `${path}: ${text}`);
  return { verdict: { outcome, warnings }, digest: stamp.digest };
}

function unitDocument({ versionKey, source, zone }: Intake, message: OdfMessage, stamp: VersionStamp): UnitDocument {
  const { header, content } = message;
  const about = { ...stamp, versionKey, unit: header.documentCode, message: source.message };
  if (header.documentType === 'DT_RESULT') {
    const results = unitResults(message, zone);
    const codes = results.competitors.flatMap(({ code, athletes }) => [code, ...athletes.map((each) => each.code)]);
    return { ...about, kind: 'results', period: null, codes: [...new Set(codes)], content: results };
  }
  const said = content.kind === 'play-by-play' ? content : undefined;
  const home = said?.home ?? null;
  const away = said?.away ?? null;
  const sheet = {
    status: header.resultStatus ?? null,
    about: unitNotes(header, said?.infos, zone),
    home,
    away,
    actions: said?.actions.map(({ element }) => element) ?? [],
  };
  const codes = [home, away].filter((code) => code !== null);
  return { ...about, kind: 'play-by-play', period: header.documentSubcode ?? null, codes, content: sheet };
}

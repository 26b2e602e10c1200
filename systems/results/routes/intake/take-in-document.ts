import {
  decideVersion,
  parseRsc,
  readMessage,
  rscLevel,
  tellingsOf,
  versionStamp,
  type OdfMessage,
  type VersionStamp,
} from '@altis/odf';
import { announce, announceAll } from '@altis/events';
import { changedPlacings } from '../../domain/changed-placings.ts';
import { aboutOf, codesInDocument, documentContent, venuesIn } from '../../domain/document-content.ts';
import type { DocumentKind } from '../../domain/document-role.ts';
import { flawOfFault } from '../../domain/flaw.ts';
import { codesOfSettings } from '../../domain/unit-settings.ts';
import { eventOf } from '../../domain/unit-summary.ts';
import { oddMedals } from '../../domain/won-medals.ts';
import { writeDocument, type FormerDocument, type HeldDocument } from '../../store/documents.ts';
import { findDisciplinesAt } from '../../store/units.ts';
import { Refusal, type Filed, type Intake } from './intake.ts';
import { projectFacts } from './project-facts.ts';
import { projectMedals } from './project-medals.ts';
import { projectPlayByPlay } from './project-play-by-play.ts';
import { projectUnits } from './project-units.ts';

/** Elements, attributes and texts of one document, which is held in memory: some hundred megabytes at most. */
const maxNodes = 1_500_000;

/** Takes in a document about a unit, phase, event or what belongs to them: of each key the highest version holds. */
export async function takeInDocument(intake: Intake, kind: DocumentKind): Promise<Filed> {
  const { trx, bytes, header, source } = intake;
  const reading = readMessage(bytes, { maxNodes });
  if (!reading.ok) throw new Refusal(flawOfFault(reading.fault), header);
  const message: OdfMessage = { ...reading.message, header };
  const stamp = versionStamp(message);
  const outcome = decideVersion(intake.held, stamp);
  const document = heldDocument(intake, kind, message, stamp);

  if (outcome === 'new' || outcome === 'replaces') {
    const former = await writeDocument(trx, document);
    noteCorrection(intake, document, former);
    await project(intake, document, former?.about ?? []);
  }
  // A version that came late changes nothing but what is told of the time in which it held.
  if (outcome !== 'duplicate' && outcome !== 'conflict') {
    const tellings = tellingsOf(source.message, message);
    if (intake.aftermath === undefined) await projectFacts(intake, tellings);
    else intake.aftermath.tellings.push(...tellings);
  }
  const warnings = reading.warnings.map(({ path, message: text }) => `${path}: ${text}`);
  const odd = document.kind === 'medallists' ? document.content.flatMap(oddMedals) : [];
  return { verdict: { outcome, warnings: [...warnings, ...odd] }, digest: stamp.digest };
}

function heldDocument(
  { versionKey, source, header, zone }: Intake,
  kind: DocumentKind,
  message: OdfMessage,
  stamp: VersionStamp,
): HeldDocument {
  const said = documentContent(kind, message, zone);
  return {
    ...stamp,
    versionKey,
    documentType: header.documentType,
    subject: header.documentCode,
    period: header.documentSubcode ?? null,
    logicalDate: header.logicalDate,
    message: source.message,
    codes: codesInDocument(said),
    about: aboutOf(header, said),
    ...said,
  };
}

/** `formerly` is what the version before spoke of. */
async function project(intake: Intake, document: HeldDocument, formerly: readonly string[]): Promise<void> {
  const { trx, aftermath } = intake;
  if (document.kind === 'results' && aftermath !== undefined) {
    aftermath.units.add(document.subject);
    return;
  }
  if (document.kind === 'results' || document.kind === 'current' || document.kind === 'play-by-play') {
    await projectUnits(intake, [document.subject], { haveResultsChanged: true, atHand: document });
    if (document.kind === 'play-by-play') await projectPlayByPlay(intake, document.subject);
    return;
  }
  if (document.kind === 'medal-table') await announce(trx, 'results.medals');
  const spokenOf = [...new Set([...document.about, ...formerly])];
  if (document.kind === 'weather') await announceWeather(trx, spokenOf);
  if (document.kind === 'configuration') await announceSettings(trx, codesOfSettings(spokenOf));
  const concerned = spokenOf.filter((code) => code.length === 34);
  const events = concerned.filter((code) => code === eventOf(code));
  if (document.kind === 'medallists' && aftermath === undefined) await projectMedals(intake, events);
  else if (document.kind === 'medallists') for (const event of events) aftermath?.events.add(event);
  await announceAll(
    trx,
    concerned.map((code) => (code === eventOf(code) ? `results.event.${code}` : `results.unit.${code}`)),
  );
}

/** Weather is that of all units of its discipline, or at its venue; they are told by discipline. */
async function announceWeather(trx: Intake['trx'], about: readonly string[]): Promise<void> {
  const own = about.filter((code) => code.length === 34).map((code) => code.slice(0, 3));
  const disciplines = new Set([...own, ...(await findDisciplinesAt(trx, venuesIn(about)))]);
  await announceAll(
    trx,
    [...disciplines].map((code) => `results.weather.${code}`),
  );
}

/** What is said of more than a unit is told by discipline, as the weather is. */
async function announceSettings(trx: Intake['trx'], codes: readonly string[]): Promise<void> {
  const topics = codes.map((code) => {
    const rsc = parseRsc(code);
    const isUnit = rsc.ok && rscLevel(rsc.value) === 'unit';
    return isUnit ? `results.unit.${code}` : `results.weather.${code.slice(0, 3)}`;
  });
  await announceAll(trx, [...new Set(topics)]);
}

/** A result that was official and says otherwise now is told in the audit. */
function noteCorrection({ auditNotes }: Intake, document: HeldDocument, former: FormerDocument | undefined): void {
  if (document.kind !== 'results' || former === undefined || former.official === null) return;
  const changed = changedPlacings(former.official.competitors, document.content.competitors);
  if (changed.length === 0) return;
  auditNotes.push({
    action: 'result.corrected',
    subject: { kind: 'unit', id: document.subject },
    details: { status: document.content.status, competitors: changed },
  });
}

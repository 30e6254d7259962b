import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { readItems } from '../../../platform/item/item.store.ts'
import { formatList } from '../../../platform/text/format.ts'
import { texts } from '../../../platform/text/texts.ts'
import { governanceModel } from './governance.ts'
import { influenceOf, seatsOf } from './governance.store.ts'
import { influenceWords, seatWords } from './governance.words.ts'
import { means } from './influence.ts'

const words = texts({
  nb: { leads: { administrative: 'Partnerskapet ledes administrativt.', political: 'Partnerskapet ledes av folkevalgte.', mixed: 'Partnerskapet ledes av folkevalgte og administrasjon sammen.' }, steers: (how: string) => `De folkevalgte har innflytelse og kontroll gjennom ${how}.` },
  nn: { leads: { administrative: 'Partnarskapet blir leidd administrativt.', political: 'Partnarskapet blir leidd av folkevalde.', mixed: 'Partnarskapet blir leidd av folkevalde og administrasjon saman.' }, steers: (how: string) => `Dei folkevalde har innverknad og kontroll gjennom ${how}.` },
  en: { leads: { administrative: 'The partnership is led by the administration.', political: 'The partnership is led by the elected.', mixed: 'The partnership is led by the elected and the administration together.' }, steers: (how: string) => `The elected have influence and control through ${how}.` },
})

/** The governance model of a workspace in a few sentences, as a first draft of an agreement says it; the latest, where there are several. Null when none is chosen. */
export async function governanceText(db: Reader, viewer: Viewer, workspace: WorkspaceHead): Promise<string | null> {
  const model = (await readItems(db, viewer, governanceModel, { workspaceId: workspace.id })).findLast((one) => one.fields.leadership !== null)
  if (!model) return null
  const lang = workspace.language
  const [seats, influence] = await Promise.all([seatsOf(db, model.id), influenceOf(db, model.id)])
  const [w, s] = [words[lang], seatWords[lang]]
  const used = means.filter((one) => influence.some((row) => row.means === one)).map((one) => influenceWords[lang].all[one].toLowerCase())
  const lines = seats.flatMap((seat) => (seat.organisation ? [`- ${s.roles[seat.role]}: ${seat.organisation}`] : []))
  return [
    `${w.leads[model.fields.leadership as 'administrative']}${used.length > 0 ? ` ${w.steers(formatList(used, lang))}` : ''}`, typeof model.fields.mandate === 'string' ? model.fields.mandate : '', [...new Set(lines)].join('\n'),
  ].filter(Boolean).join('\n\n')
}

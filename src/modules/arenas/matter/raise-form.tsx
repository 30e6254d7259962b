import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { firstText, type RawForm } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Button, Form, FormActions, type FormState, Select } from '../../../ui/index.ts'
import { ItemState, itemPath } from '../../thread/index.ts'
import { arena } from '../arena/arena.ts'
import { isUnsettled, type MatterAbout } from './about.store.ts'
import { matter } from './matter.ts'
import type { Place } from './raise-about.actions.ts'
import { raiseWords } from './raise-about.words.ts'

/** Each thing on a page has a field of its own. */
const fieldOf = (key: string | number) => `sted-${key}`

/** Where somebody chose to take something up; an error by field when it is none of the places. */
export function readPlace(raw: RawForm, key: string | number, places: readonly Place[], lang: Lang): { place: Place; onAgenda: boolean } | { errors: Record<string, string> } {
  const [number, onAgenda] = firstText(raw, fieldOf(key)).split('/')
  const place = places.find((one) => String(one.arena.number) === number)
  return place ? { place, onAgenda: onAgenda === 'mote' } : { errors: { [fieldOf(key)]: raiseWords[lang].chooseWhere } }
}

export const raisedText = ({ place, onAgenda }: { place: Place; onAgenda: boolean }, lang: Lang): string =>
  onAgenda && place.next ? raiseWords[lang].raisedOn(place.next.title) : raiseWords[lang].raised

type Props = { lang: Lang; workspace: WorkspaceHead; action: string; does: string; about: string; hidden: Readonly<Record<string, string>>; key: string | number; places: readonly Place[]; state: FormState }

/** One choice, made already, and one button: takes it up in the arena that meets first. `about` names it for those who hear the page. */
export const RaiseForm = ({ of }: { of: Props }) => {
  const { lang, workspace, action, does, about, hidden, key, places, state } = of
  const w = raiseWords[lang]
  if (places.length === 0) return <p class="hint">{w.noArenas} <a href={itemPath(workspace, arena)}>{w.toArenas}</a></p>
  const options = [
    ...places.flatMap(({ arena: { number, title }, next }) => (next ? [{ value: `${number}/mote`, label: w.onAgenda(title, formatDate(next.on, lang)) }] : [])),
    ...places.map(({ arena: { number, title } }) => ({ value: String(number), label: w.later(title) })),
  ]
  return (
    <Form action={action} does={does} submissionKey={crypto.randomUUID()} hidden={hidden}>
      <Select lang={lang} state={state} name={fieldOf(key)} label={w.where} options={options} blank={false} />
      <FormActions><Button small>{w.raise}<span class="ds-sr-only">: {about}</span></Button></FormActions>
    </Form>
  )
}

/** The matters that take something up, so that one sees that it was raised and where it stands; those that are settled are said to have been. */
export const TakenUp = ({ lang, workspace, matters }: { lang: Lang; workspace: WorkspaceHead; matters: readonly MatterAbout[] }) => (
  <>
    {matters.map((one) => (
      <p>{isUnsettled(one) ? raiseWords[lang].takenUp : raiseWords[lang].wasTakenUp} <a href={itemPath(workspace, matter, one)} lang={one.language === lang ? undefined : one.language}>{one.title}</a> <ItemState kind={matter} state={one.state} lang={lang} /></p>
    ))}
  </>
)

import { birthPart } from '../../../platform/item/manifest.ts'
import { allTexts } from '../../../platform/item/parse.ts'
import { texts } from '../../../platform/text/texts.ts'
import { CheckboxGroup, formState, Heading } from '../../../ui/index.ts'
import { itemPath, tieAll } from '../../thread/index.ts'
import { lesson } from '../lesson/lesson.ts'
import { lessonsFor, type Offered } from './offered.store.ts'

const words = texts({
  nb: { title: 'Det andre har lært', lead: 'Les før dere begynner. Kryss av for det dere bygger på, så ser de som ga læringen, at den er brukt.', use: 'Dette bygger vi på', read: 'Les', from: (workspace: string) => `Fra ${workspace}`, elsewhere: 'Lært andre steder' },
  nn: { title: 'Det andre har lært', lead: 'Les før de byrjar. Kryss av for det de byggjer på, så ser dei som gav lærdomen, at han er brukt.', use: 'Dette byggjer vi på', read: 'Les', from: (workspace: string) => `Frå ${workspace}`, elsewhere: 'Lært andre stader' },
  en: { title: 'What others have learned', lead: 'Read it before you begin. Tick what you build on, and those who gave the lesson see that it is used.', use: 'We build on this', read: 'Read', from: (workspace: string) => `From ${workspace}`, elsewhere: 'Learned elsewhere' },
})

/** What a lesson is tied to, and the words that it speaks by, where it fits somebody who begins on something of a kind. */
const fits: Readonly<Record<string, { kinds: readonly string[]; words: readonly string[] }>> = {
  arena: { kinds: ['arena', 'meeting', 'matter', 'evaluation'], words: ['arena', 'møte'] },
  agreement: { kinds: ['agreement', 'governance_model', 'evaluation'], words: ['avtale', 'forvent', 'forankr', 'agreement'] },
}

const field = 'laerdom'
const short = (text: string) => (text.length > 160 ? `${text.slice(0, 157).trimEnd()}…` : text)

/** Where somebody sets up an arena or an agreement: what was learned by those who did it before, and a tick for what is used. */
export const offeredPart = birthPart<readonly Offered[]>({
  kinds: Object.keys(fits),
  load: ({ db, viewer }, workspace, kind) => lessonsFor(db, viewer, workspace.id, fits[kind.name]?.kinds ?? [], fits[kind.name]?.words ?? []),
  view: (offered, { lang }, returned) => {
    if (offered.length === 0) return null
    const w = words[lang]
    const [here, elsewhere] = [offered.filter((one) => one.here), offered.filter((one) => !one.here)]
    const link = (one: Offered) => <a href={itemPath(one, lesson, one)}>{w.read}<span class="ds-sr-only">: {one.title}</span></a>
    return (
      <section>
        <Heading level={2}>{w.title}</Heading>
        <p>{w.lead}</p>
        {here.length > 0 ? <CheckboxGroup lang={lang} state={formState(returned)} name={field} label={w.use} options={here.map((one) => ({ value: one.id, label: one.title, hint: <>{one.advice ? `${short(one.advice)} ` : ''}{link(one)}</> }))} optional /> : null}
        {elsewhere.length > 0 ? (
          <>
            <Heading level={3}>{w.elsewhere}</Heading>
            <ul>{elsewhere.map((one) => <li><a href={itemPath(one, lesson, one)} lang={one.language === lang ? undefined : one.language}>{one.title}</a> <span class="hint">{w.from(one.workspace)}</span></li>)}</ul>
          </>
        ) : null}
      </section>
    )
  },
  born: async (work, workspace, made, offered, raw) => {
    const chosen = new Set(allTexts(raw, field))
    await tieAll(work, workspace.id, offered.filter((one) => one.here && chosen.has(one.id)).map((one) => ({ relation: 'used_in', fromId: one.id, fromKind: lesson.name, toId: made.id, toKind: made.kind })))
  },
})

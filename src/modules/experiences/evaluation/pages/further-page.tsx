import { page, type Request } from '../../../../platform/http/page.ts'
import type { Item, ItemHead } from '../../../../platform/item/item.store.ts'
import { firstText, parseFields, type RawForm } from '../../../../platform/item/parse.ts'
import type { Fields } from '../../../../platform/item/field.ts'
import { formatPercent } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { openArenas } from '../../../arenas/index.ts'
import { itemChangers } from '../../../thread/index.ts'
import type { Workspace } from '../../../workspaces/index.ts'
import { Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, Select, TextArea, TextInput } from '../../../../ui/index.ts'
import { evaluation } from '../evaluation.ts'
import { becomings, type Making, takeFurther } from '../finding.actions.ts'
import type { Finding } from '../finding.store.ts'
import { formWords, statementText, topicName } from '../form.words.ts'
import { readStanding, type Standing } from '../results.load.ts'
import { furtherWords } from './further.words.ts'
import { evaluationCrumbs, evaluationPath } from './paths.ts'

type Results = NonNullable<Standing['results']>
/** A finding that may be taken further: as it is chosen (`pastand:focus`, `ord:…`), named, and what the form begins with. */
type Choice = { value: string; finding: Finding; name: string; title: string; background: string }
type Loaded = { choices: readonly Choice[]; asked: string; arenas: readonly ItemHead[] }

const fields = {
  tittel: { type: 'text', max: 300, label: { nb: '', nn: '', en: '' } },
  bakgrunn: { type: 'longText', max: 5_000, label: { nb: '', nn: '', en: '' } },
} as const satisfies Fields

/** Every finding of an evaluation that is shown to those who lead: its statements with figures, and the words. */
function choicesIn({ form, statements, words }: Results, item: Item, lang: Lang): Choice[] {
  const [w, f] = [furtherWords[lang], formWords[lang]]
  return [
    ...statements.flatMap(({ statement, figures }): Choice[] => {
      const name = topicName(statement.name, form, f)
      return figures ? [{ value: `pastand:${statement.name}`, finding: { statement: statement.name, wordId: null }, name, title: name, background: w.behind(item.title, statementText(statement, f).replace(/\.$/, ''), formatPercent(figures.agree, lang, { decimals: 0 }), figures.answered) }] : []
    }),
    ...(words ?? []).map((one): Choice => ({ value: `ord:${one.id}`, finding: { statement: null, wordId: one.id }, name: `${topicName(one.topic, form, f)}: «${one.text.replace(/\s+/g, ' ').slice(0, 80)}»`, title: '', background: '' })),
  ]
}

async function load(request: Request, { workspace, item }: { workspace: Workspace; item: Item }): Promise<Loaded | null> {
  const { query, db, viewer, lang } = request
  const { results } = await readStanding(request, workspace, item)
  if (!results) return null
  const [statement, word] = [query.get('pastand'), query.get('ord')]
  return { choices: results.enough ? choicesIn(results, item, lang) : [], asked: statement ? `pastand:${statement}` : word ? `ord:${word}` : '', arenas: await openArenas(db, viewer, workspace.id) }
}

type Read = { finding: Finding; making: Omit<Making, 'language'> } | { errors: Record<string, string> }

function read(raw: RawForm, { choices, arenas }: Loaded, lang: Lang): Read {
  const w = furtherWords[lang]
  const { values, errors } = parseFields(fields, raw, lang)
  const choice = choices.find((one) => one.value === firstText(raw, 'funn'))
  const becomes = becomings.find((one) => one === firstText(raw, 'blir'))
  const arena = arenas.find((one) => one.id === firstText(raw, 'arena'))
  const wrong = { ...(!choice && { funn: w.whichMissing }), ...(!becomes && { blir: w.choose }), ...(!values.tittel && !errors.tittel && { tittel: w.missing }), ...(becomes === 'matter' && !arena && { arena: w.chooseArena }), ...errors }
  if (!choice || !becomes || Object.keys(wrong).length > 0) return { errors: wrong }
  return { finding: choice.finding, making: { becomes, title: String(values.tittel), background: (values.bakgrunn as string | null) ?? null, arenaId: arena?.id ?? null } }
}

/** A finding becomes a challenge, a lesson or a matter: the form is filled in as far as it can be. */
export const furtherPage = page({
  path: '/arbeidsrom/:workspace/evaluering/:number{[0-9]+}/ta-videre',
  access: itemChangers(evaluation),
  width: 'text',
  load: (request, scope) => load(request, scope),
  title: (_, { lang }, { item }) => `${furtherWords[lang].title}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => evaluationCrumbs(workspace, item, lang),
  actions: {
    make: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const w = furtherWords[request.lang]
      const form = read(raw, loaded, request.lang)
      if ('errors' in form) return { refused: { errors: form.errors } }
      const made = await takeFurther(work, workspace, item, form.finding, { ...form.making, language: workspace.language })
      if ('refused' in made) return { refused: made.refused === 'arena' ? { errors: { arena: w.chooseArena } } : 'forbidden' }
      const at = form.finding.statement === null ? `ord-${form.finding.wordId}` : `p-${form.finding.statement}`
      return { done: { to: `${evaluationPath(workspace, item)}#${at}`, flash: { text: w.made(w.articles[form.making.becomes]) } } }
    },
  },
  view: ({ choices, asked, arenas }, { lang, path }, { workspace, item }, returned) => {
    const w = furtherWords[lang]
    const chosen = choices.find((one) => one.value === asked)
    const state = formState(returned, { funn: asked, blir: 'lesson', tittel: chosen?.title ?? '', bakgrunn: chosen?.background ?? '', arena: arenas.length === 1 ? (arenas[0]?.id ?? '') : '' })
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
          <Select lang={lang} state={state} name="funn" label={w.which} options={choices.map((one) => ({ value: one.value, label: one.name }))} />
          <RadioGroup lang={lang} state={state} name="blir" label={w.becomes} options={becomings.map((value) => ({ value, label: w.kinds[value], hint: w.hints[value] }))} />
          <TextInput lang={lang} state={state} name="tittel" label={w.name} hint={w.careful} maxlength={300} />
          <TextArea lang={lang} state={state} name="bakgrunn" label={w.background} rows={4} optional />
          <Select lang={lang} state={state} name="arena" label={w.arena} hint={w.arenaHint} options={arenas.map((one) => ({ value: one.id, label: one.title }))} optional />
          <FormActions><Button variant="primary">{w.save}</Button><ButtonLink href={evaluationPath(workspace, item)} variant="quiet">{w.cancel}</ButtonLink></FormActions>
        </Form>
      </>
    )
  },
})

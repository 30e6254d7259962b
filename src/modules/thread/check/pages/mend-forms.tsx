import type { Child } from 'hono/jsx'
import type { Returned, WorkspaceHead } from '../../../../platform/http/page.ts'
import type { Mend } from '../../../../platform/item/check.ts'
import type { Item } from '../../../../platform/item/item.store.ts'
import type { Kind } from '../../../../platform/item/kind.ts'
import type { Catalogue } from '../../../../platform/item/manifest.ts'
import { capitalised, formatList } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Button, ButtonLink, DateInput, Details, Form, type FormState, formState, NumberInput, Select, TextArea, TextInput } from '../../../../ui/index.ts'
import { Field as Labelled } from '../../../../ui/form/field.tsx'
import { typedValue } from '../../../../ui/form/item-fields.tsx'
import { workspacePath } from '../../../workspaces/index.ts'
import { itemPath } from '../../item/context.ts'
import { chosenName, formKey, reasonName, writtenName } from '../mend.actions.ts'
import type { Candidate } from '../seen.store.ts'
import { type Loaded, mostCandidates, type Shown } from './loose-threads.load.ts'
import { looseWordsOfPage } from './loose-threads.words.ts'

export type FormContext = { catalogue: Catalogue; workspace: WorkspaceHead; loaded: Loaded; lang: Lang; path: string; returned: Returned | null }

/** Up to this many stand in a menu in each form; more are one list that all forms share. */
const menuSize = 40
export const listId = (kinds: readonly string[]): string => `liste-${kinds.join('-')}`
const optionText = (one: Candidate): string => `${one.code ? `${one.code} ` : ''}${one.title} (nr. ${one.number})`

export const candidatesFor = (loaded: Loaded, kinds: readonly string[]): Candidate[] => kinds.flatMap((kind) => loaded.candidates.get(kind) ?? [])

/** The lists that forms on the page share: one for each set of kinds that is too long for menus. */
export const SharedLists = ({ loaded }: { loaded: Loaded }) => {
  const shown = [...loaded.top, ...loaded.groups.flatMap((group) => group.shown)]
  const sets = new Map(shown.flatMap((one) => one.mends).flatMap((way) => (way.by === 'tie' ? [[listId(way.hop.kinds), way.hop.kinds] as const] : [])))
  return (
    <>
      {[...sets].map(([id, kinds]) => {
        const all = candidatesFor(loaded, kinds)
        return all.length > menuSize && all.length <= mostCandidates ? <datalist id={id}>{all.map((one) => <option value={optionText(one)}></option>)}</datalist> : null
      })}
    </>
  )
}

const isTheForm = (returned: Returned | null, key: string): boolean => String(returned?.raw.nokkel ?? '') === key

/** The ways to mend one loose thread: the first at hand, the others and «gjelder ikke» one step away. */
export const MendForms = ({ shown, context, flat }: { shown: Shown; context: FormContext; flat: boolean }) => {
  const { lang, returned } = context
  const w = looseWordsOfPage[lang]
  const [first, ...others] = shown.mends.map((way, index) => ({ way, index }))
  const waiveKey = shown.item ? formKey(shown.rule.id, shown.item.number, 'waive') : ''
  const back = others.some(({ index }) => shown.item && isTheForm(returned, formKey(shown.rule.id, shown.item.number, index))) || (waiveKey !== '' && isTheForm(returned, waiveKey))
  if (flat) {
    return (
      <div class="mends">
        {shown.mends.map((way, index) => <OneWay way={way} index={index} shown={shown} context={context} />)}
        {shown.item ? <WaiveForm shown={shown} item={shown.item} context={context} /> : null}
      </div>
    )
  }
  return (
    <div class="mends">
      {first ? <OneWay way={first.way} index={first.index} shown={shown} context={context} /> : null}
      {shown.item ? (
        <Details summary={w.another} open={back}>
          {others.map(({ way, index }) => <OneWay way={way} index={index} shown={shown} context={context} />)}
          <WaiveForm shown={shown} item={shown.item} context={context} />
        </Details>
      ) : others.map(({ way, index }) => <OneWay way={way} index={index} shown={shown} context={context} />)}
    </div>
  )
}

const OneWay = ({ way, index, shown, context }: { way: Mend; index: number; shown: Shown; context: FormContext }) => {
  const { catalogue, workspace, lang } = context
  if (way.by === 'page') return <p><a href={workspacePath(workspace, way.path)}>{way.text[lang]}</a></p>
  const kind = catalogue.kinds.get(shown.rule.kind)
  if (!kind || !shown.item) return null
  if (way.by === 'open') return <p><ButtonLink small href={`${itemPath(workspace, kind, shown.item)}${way.rest ?? ''}`}>{looseWordsOfPage[lang].open(shown.item.title)}</ButtonLink></p>
  const key = formKey(shown.rule.id, shown.item.number, index)
  const field = way.by === 'field' ? kind.fields[way.field] : undefined
  const start = way.by === 'field' && field ? { [writtenName(key)]: typedValue(field, shown.item.fields[way.field] ?? null, lang) } : {}
  const state = formState(isTheForm(context.returned, key) ? context.returned : null, start)
  return (
    <MendForm does="mend" id={key} item={shown.item} rule={shown.rule.id} way={index} context={context}>
      <Inputs way={way} id={key} shown={shown} item={shown.item} kind={kind} state={state} context={context} />
    </MendForm>
  )
}

const MendForm = ({ does, id, item, rule, way, context, children }: { does: string; id: string; item: Item; rule: string; way: number; context: FormContext; children: Child }) => (
  <Form action={context.path} does={does} submissionKey={crypto.randomUUID()} version={item.version} hidden={{ regel: rule, nummer: String(item.number), mate: String(way), nokkel: id }}>
    <div class="mend">{children}</div>
  </Form>
)

type InputProps = { way: Mend; id: string; shown: Shown; item: Item; kind: Kind; state: FormState; context: FormContext }

const Inputs = ({ way, id, item, kind, state, context }: InputProps) => {
  const { loaded, lang } = context
  const w = looseWordsOfPage[lang]
  const named = <span class="ds-sr-only">: {item.title}</span>
  switch (way.by) {
    case 'owner': {
      const owners = (item.fields.owner ?? []) as readonly string[]
      const options = owners.length > 1 ? loaded.parties.filter((party) => owners.includes(party.value)) : loaded.parties
      return (
        <>
          {options.length > 0 ? <Select lang={lang} state={state} name={chosenName(id)} label={w.chooseOwner} options={options} /> : null}
          {owners.length > 1 ? null : <TextInput lang={lang} state={state} name={writtenName(id)} label={w.writeOwner} maxlength={200} />}
          <Button>{w.saveOwner}{named}</Button>
        </>
      )
    }
    case 'field': {
      const field = kind.fields[way.field]
      if (!field) return null
      const common = { lang, state, name: writtenName(id), label: field.label[lang] }
      return (
        <>
          {field.type === 'date' ? <DateInput {...common} />
            : field.type === 'choice' ? <Select {...common} options={Object.entries(field.options).map(([value, text]) => ({ value, label: text[lang] }))} />
            : field.type === 'number' || field.type === 'kroner' ? <NumberInput {...common} />
            : field.type === 'longText' ? <TextArea {...common} rows={2} />
            : <TextInput {...common} type={field.type === 'url' ? 'url' : 'text'} hint={field.hint?.[lang]} />}
          <Button>{w.save}{named}</Button>
        </>
      )
    }
    case 'state':
      return (
        <>
          <Select lang={lang} state={state} name={chosenName(id)} label={w.howItWent} options={way.states.map((value) => ({ value, label: kind.states?.[value]?.text[lang] ?? value }))} />
          <Button>{w.save}{named}</Button>
        </>
      )
    case 'clear':
      return <Button>{way.text[lang]}{named}</Button>
    case 'tie':
      return <TieInputs way={way} id={id} item={item} kind={kind} state={state} context={context} named={named} />
    default:
      return null
  }
}

const TieInputs = ({ way, id, item, kind, state, context, named }: Omit<InputProps, 'way' | 'shown'> & { way: Mend & { by: 'tie' }; named: Child }) => {
  const { catalogue, workspace, loaded, lang } = context
  const w = looseWordsOfPage[lang]
  const kinds = way.hop.kinds.flatMap((name) => catalogue.kinds.get(name) ?? [])
  const names = formatList(kinds.map((one) => one.words[lang].one), lang, 'or')
  const all = candidatesFor(loaded, way.hop.kinds).filter((one) => one.id !== item.id)
  const made = way.make[0] && loaded.mayMake.has(way.make[0]) ? catalogue.kinds.get(way.make[0]) : undefined
  const groups = kinds.map((one) => ({ label: capitalised(one.words[lang].many), options: (loaded.candidates.get(one.name) ?? []).map((c) => ({ value: String(c.number), label: `${c.code ? `${c.code} ` : ''}${c.title}` })) })).filter((group) => group.options.length > 0)
  const many = all.length > mostCandidates
  return (
    <>
      {many ? <p><a href={`${itemPath(workspace, kind, item)}/knytt?slag=${way.hop.kinds[0] ?? ''}`}>{w.search(names)}</a></p>
        : all.length > menuSize ? (
          <Labelled lang={lang} state={state} name={chosenName(id)} label={w.choose(names)} hint={w.chooseHint}>
            <ListInput state={state} name={chosenName(id)} list={listId(way.hop.kinds)} />
          </Labelled>
        ) : all.length > 0 ? <Select lang={lang} state={state} name={chosenName(id)} label={w.choose(names)} options={groups.length === 1 ? (groups[0]?.options ?? []) : groups} />
        : null}
      {made ? <TextInput lang={lang} state={state} name={writtenName(id)} label={all.length > 0 ? w.or(made.words[lang].new.toLocaleLowerCase('nb')) : capitalised(made.words[lang].new)} hint={made.words[lang].titleLabel} maxlength={300} /> : null}
      {many && !made ? null : <Button>{w.tie}{named}</Button>}
    </>
  )
}

const ListInput = ({ state, name, list }: { state: FormState; name: string; list: string }) => {
  const id = `felt-${name.replace(/[^\p{L}\p{N}_-]/gu, '-')}`
  const value = state.values[name]
  return <input class="ds-input" id={id} name={name} list={list} type="text" autocomplete="off" value={typeof value === 'string' ? value : ''} aria-describedby={state.errors[name] ? `${id}-hint ${id}-feil` : `${id}-hint`} aria-invalid={state.errors[name] ? 'true' : undefined} />
}

const WaiveForm = ({ shown, item, context }: { shown: Shown; item: Item; context: FormContext }) => {
  const { lang } = context
  const w = looseWordsOfPage[lang]
  const key = formKey(shown.rule.id, item.number, 'waive')
  return (
    <MendForm does="waive" id={key} item={item} rule={shown.rule.id} way={0} context={context}>
      <TextInput lang={lang} state={formState(isTheForm(context.returned, key) ? context.returned : null)} name={reasonName(key)} label={w.why} hint={w.whyHint} maxlength={500} />
      <Button variant="quiet">{w.waiveButton}<span class="ds-sr-only">: {item.title}</span></Button>
    </MendForm>
  )
}

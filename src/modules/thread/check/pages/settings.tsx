import { versionField } from '../../../../platform/http/form.ts'
import { page, type PageAction, type Returned } from '../../../../platform/http/page.ts'
import type { Check } from '../../../../platform/item/check.ts'
import { type StepId, stepIds } from '../../../../platform/item/kind.ts'
import type { Catalogue } from '../../../../platform/item/manifest.ts'
import { allTexts, firstText, type RawForm } from '../../../../platform/item/parse.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Button, CheckboxGroup, Details, ErrorSummary, Form, type FormState, formState, Heading, Lead, NumberInput, RadioGroup, State, TextArea, TextInput } from '../../../../ui/index.ts'
import { setThreadSettings, type Workspace, workspaceLeading, workspacePath } from '../../../workspaces/index.ts'
import { stepWords } from '../../item/picture.ts'
import { keepChoice } from '../choice.store.ts'
import { checkedKinds } from '../recheck.ts'
import { resting } from '../rules.ts'
import { readStanding, type Standing } from '../standing.store.ts'
import { settingsWords } from './settings.words.ts'

type Act = PageAction<{ workspace: Workspace }, Standing>

/** Which parts are in use, what is few enough, and which rules count: each with its reason. */
export const checkSettingsPage = (catalogue: Catalogue) =>
  page({
    path: '/arbeidsrom/:workspace/innstillinger/traden',
    access: workspaceLeading,
    load: (request, { workspace }) => readStanding(request.db, workspace.id, checkedKinds(catalogue)),
    title: (_, { lang }) => settingsWords[lang].title,
    crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
    actions: { parts: keepParts, focus: keepFocus, rule: keepRule(catalogue) },
    view: (standing, { lang, pathname }, { workspace }, returned) => {
      const w = settingsWords[lang]
      const stateOf = (form: string, start: FormState['values']) => formState(returned?.action === form ? returned : null, start)
      const filled = new Set([...standing.kinds].flatMap((name) => catalogue.kinds.get(name)?.step ?? []))
      const parts = stateOf('parts', { deler: [...new Set([...workspace.partsInUse, ...filled])] })
      const { focus } = workspace
      const limits = stateOf('focus', { omrader: text(focus.areas), perOmrade: text(focus.measuresPerArea), perEier: text(focus.measuresPerOrganisation), fokusgrunn: focus.reason ?? '' })
      const common = { action: pathname, submissionKey: crypto.randomUUID(), version: workspace.version }
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          {returned ? <ErrorSummary lang={lang} state={{ values: returned.raw, errors: returned.errors }} /> : null}
          <Lead>{w.lead}</Lead>
          <section>
            <Heading level={2}>{w.parts}</Heading>
            <Form {...common} does="parts">
              <CheckboxGroup lang={lang} state={parts} name="deler" label={w.partsLabel} hint={w.partsHint} options={stepIds.map((step) => ({ value: step, label: stepWords[lang][step], ...(filled.has(step) && { hint: w.hasItems }) }))} />
              <div class="actions"><Button>{w.save}<span class="ds-sr-only">: {w.parts}</span></Button></div>
            </Form>
          </section>
          <section>
            <Heading level={2}>{w.focus}</Heading>
            <p>{w.focusLead}</p>
            <Form {...common} submissionKey={crypto.randomUUID()} does="focus">
              <NumberInput whole optional lang={lang} state={limits} name="omrader" label={w.areas} size={4} />
              <NumberInput whole optional lang={lang} state={limits} name="perOmrade" label={w.perArea} size={4} />
              <NumberInput whole optional lang={lang} state={limits} name="perEier" label={w.perOrganisation} size={4} />
              <TextArea optional lang={lang} state={limits} name="fokusgrunn" label={w.reason} hint={w.focusReasonHint} rows={2} maxlength={500} />
              <div class="actions"><Button>{w.save}<span class="ds-sr-only">: {w.focus}</span></Button></div>
            </Form>
          </section>
          <section>
            <Heading level={2}>{w.rules}</Heading>
            <ul class="rules">
              {catalogue.checks.toSorted((a, b) => a.severity - b.severity).map((rule) => <Rule catalogue={catalogue} rule={rule} standing={standing} lang={lang} path={pathname} returned={returned} />)}
            </ul>
          </section>
        </>
      )
    },
  })

const text = (n: number | null): string => (n === null ? '' : String(n))

const Rule = ({ catalogue, rule, standing, lang, path, returned }: { catalogue: Catalogue; rule: Check; standing: Standing; lang: Lang; path: string; returned: Returned | null }) => {
  const w = settingsWords[lang]
  const choice = standing.choices.get(rule.id)
  const rest = resting(catalogue, standing, rule)
  const named = namesOf(rule)
  const mine = returned?.action === 'rule' && String(returned.raw.regel) === rule.id ? returned : null
  const state = formState(mine, { [named.active]: choice?.active === false ? 'nei' : 'ja', [named.limit]: text(choice?.limit ?? null), [named.reason]: choice?.reason ?? '' })
  const words = rule.words[lang]
  const how = rest === 'off' ? w.off : rest === 'part' ? w.part : rest ? w.nothing : choice?.limit ? `${w.counts}, ${w.ownLimit(choice.limit)}` : w.counts
  return (
    <li>
      <p><strong>{words.title}</strong> <State lang={lang} kind={rest ? 'notUsed' : 'neutral'}>{how}</State></p>
      {choice ? <p>{choice.reason}</p> : null}
      <Details summary={<>{w.change}<span class="ds-sr-only">: {words.title}</span></> as unknown as string} open={mine !== null}>
        <p>{words.why} <span class="hint">{[w.severity.s1, w.severity.s2, w.severity.s3][rule.severity - 1]}.</span></p>
        <Form action={path} does="rule" submissionKey={crypto.randomUUID()} hidden={{ regel: rule.id }}>
          <RadioGroup lang={lang} state={state} name={named.active} label={w.active} options={[{ value: 'ja', label: w.yes }, { value: 'nei', label: w.no }]} />
          {rule.limit ? <NumberInput whole optional lang={lang} state={state} name={named.limit} label={rule.limit.label[lang]} hint={w.standard(rule.limit.standard)} size={4} /> : null}
          <TextInput lang={lang} state={state} name={named.reason} label={w.reason} hint={w.reasonHint} optional maxlength={500} />
          <div class="actions"><Button>{w.save}<span class="ds-sr-only">: {words.title}</span></Button></div>
        </Form>
      </Details>
    </li>
  )
}

const namesOf = (rule: Check) => ({ active: `telles.${rule.id}`, limit: `grense.${rule.id}`, reason: `grunn.${rule.id}` })

const keepParts: Act = async (work, { request, scope: { workspace }, raw }) => {
  const chosen = allTexts(raw, 'deler')
  const parts: StepId[] = stepIds.filter((step) => chosen.includes(step))
  if (!(await setThreadSettings(work.tx, workspace.id, Number(firstText(raw, versionField)), { parts }))) return { refused: 'stale' }
  work.record({ workspaceId: workspace.id, what: 'workspace.parts-chosen', body: { parts } })
  return { done: { to: request.pathname, flash: { text: settingsWords[request.lang].saved } } }
}

const keepFocus: Act = async (work, { request, scope: { workspace }, raw }) => {
  const names = ['omrader', 'perOmrade', 'perEier'] as const
  const limits = Object.fromEntries(names.map((name) => [name, wholeNumber(raw, name)]))
  const errors = Object.fromEntries(names.filter((name) => limits[name] === undefined).map((name) => [name, settingsWords[request.lang].wholeNumber]))
  if (Object.keys(errors).length > 0) return { refused: { errors } }
  const focus = { areas: limits.omrader ?? null, measuresPerArea: limits.perOmrade ?? null, measuresPerOrganisation: limits.perEier ?? null, reason: written(raw, 'fokusgrunn') || null }
  if (!(await setThreadSettings(work.tx, workspace.id, Number(firstText(raw, versionField)), { focus }))) return { refused: 'stale' }
  work.record({ workspaceId: workspace.id, what: 'workspace.focus-chosen', body: focus })
  return { done: { to: request.pathname, flash: { text: settingsWords[request.lang].saved } } }
}

const keepRule = (catalogue: Catalogue): Act => async (work, { request, scope: { workspace }, raw }) => {
  const w = settingsWords[request.lang]
  const rule = catalogue.checks.find((one) => one.id === firstText(raw, 'regel'))
  if (!rule) return { refused: 'missing' }
  const named = namesOf(rule)
  const active = firstText(raw, named.active) !== 'nei'
  const limit = rule.limit ? wholeNumber(raw, named.limit) : null
  const reason = written(raw, named.reason)
  if (limit === undefined) return { refused: { errors: { [named.limit]: w.wholeNumber } } }
  const own = limit === rule.limit?.standard ? null : limit
  const asDeclared = active && own === null
  if (!asDeclared && !reason) return { refused: { errors: { [named.reason]: w.needsReason } } }
  await keepChoice(work.tx, workspace.id, rule.id, asDeclared ? null : { active, limit: own, reason }, { personId: work.viewer.person?.id ?? null, at: work.now.toString() })
  work.record({ workspaceId: workspace.id, what: 'check.chosen', body: { rule: rule.id, active, limit: own, reason } })
  return { done: { to: request.pathname, flash: { text: w.saved } } }
}

const written = (raw: RawForm, name: string): string => firstText(raw, name).replaceAll('\0', '').toWellFormed().slice(0, 500)

/** A whole number above zero, null when nothing was written, undefined when it is neither. */
const wholeNumber = (raw: RawForm, name: string): number | null | undefined => {
  const typed = firstText(raw, name)
  if (typed === '') return null
  return /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : undefined
}

import { keysOf, type KeyReach, longestKeyDays, makeKey } from '../../platform/api/key.ts'
import { page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { allTexts, type FieldErrors, firstText, type RawForm } from '../../platform/item/parse.ts'
import { capitalised, formatDate, parseDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import type { InWorkspace } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, CheckboxGroup, DateInput, ErrorSummary, Form, FormActions, formState, Heading, RadioGroup, TextInput } from '../../ui/index.ts'
import { keyKeepers } from './keepers.ts'
import { keysPath, settingsCrumbs } from './paths.ts'
import { keyWords } from './keys.words.ts'

const reaches: readonly KeyReach[] = ['read', 'read-all', 'write']

type Read = { key: { name: string; reach: KeyReach; kinds: string[] | null; lastDay: string } } | { errors: FieldErrors }

/** Reads the form of a new key. It must end, at most a year ahead. */
export function readKeyForm(raw: RawForm, catalogue: Catalogue, taken: ReadonlySet<string>, now: Temporal.Instant, lang: Lang): Read {
  const w = keyWords[lang]
  const errors: FieldErrors = {}
  const name = firstText(raw, 'name').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ')
  if (name === '') errors.name = w.nameMissing
  else if (name.length > 60) errors.name = w.nameLong
  else if (taken.has(name.toLocaleLowerCase('nb'))) errors.name = w.nameTaken
  const reach = reaches.find((one) => one === firstText(raw, 'reach'))
  if (!reach) errors.reach = w.reachMissing
  const kinds = [...new Set(allTexts(raw, 'kinds'))].filter((kind) => catalogue.kinds.has(kind))
  const today = osloDate(now)
  const last = today.add({ days: longestKeyDays })
  const day = parseDate(firstText(raw, 'last_day'))
  if (!day.ok) errors.last_day = w.lastDayWrong
  else if (Temporal.PlainDate.compare(day.value, today) < 0 || Temporal.PlainDate.compare(day.value, last) > 0) errors.last_day = w.lastDaySpan(formatDate(today, lang), formatDate(last, lang))
  if (!day.ok || !reach || Object.keys(errors).length > 0) return { errors }
  return { key: { name, reach, kinds: kinds.length > 0 ? kinds : null, lastDay: day.value.toString() } }
}

/** Makes a key. It is shown once, on the next page, and is nowhere after that. */
export const newKeyPage = (catalogue: Catalogue) =>
  page({
    path: '/arbeidsrom/:workspace/innstillinger/nokler/ny',
    access: keyKeepers,
    load: async (request, { workspace }: InWorkspace) => ({ taken: new Set((await keysOf(request.db, workspace.id, request.now)).filter((key) => key.revokedAt === null).map((key) => key.name.toLocaleLowerCase('nb'))) }),
    title: (_, { lang }) => keyWords[lang].new,
    crumbs: (_, { lang }, { workspace }) => [...settingsCrumbs(workspace, lang), { text: keyWords[lang].title, href: keysPath(workspace) }],
    actions: {
      make: async (work, { request, scope: { workspace }, loaded, raw }) => {
        const read = readKeyForm(raw, catalogue, loaded.taken, work.now, request.lang)
        if ('errors' in read) return { refused: { errors: read.errors } }
        const { id, token } = await makeKey(work.tx, { workspaceId: workspace.id, ...read.key }, { personId: work.viewer.person?.id ?? null, now: work.now })
        work.record({ workspaceId: workspace.id, what: 'key.made', body: { key: id, ...read.key } })
        return { done: { to: keysPath(workspace), flash: { text: keyWords[request.lang].made(token) } } }
      },
    },
    width: 'text',
    view: (_, { lang, path }, { workspace }, returned) => {
      const w = keyWords[lang]
      const state = formState(returned, { name: '', reach: 'read', last_day: '' })
      const kinds = [...catalogue.kinds.values()].map((kind) => ({ value: kind.name, label: capitalised(kind.words[lang].many) })).sort((a, b) => a.label.localeCompare(b.label, 'nb'))
      return (
        <>
          <Heading level={1}>{w.new}</Heading>
          <ErrorSummary lang={lang} state={state} />
          <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
            <TextInput lang={lang} state={state} name="name" label={w.name} hint={w.nameHint} />
            <RadioGroup lang={lang} state={state} name="reach" label={w.reach} options={reaches.map((value) => ({ value, label: w.reaches[value] }))} />
            <CheckboxGroup lang={lang} state={state} name="kinds" label={w.kinds} hint={w.kindsHint} options={kinds} optional />
            <DateInput lang={lang} state={state} name="last_day" label={w.lastDay} hint={w.lastDayHint} />
            <FormActions>
              <Button variant="primary">{w.make}</Button>
              <ButtonLink href={keysPath(workspace)} variant="quiet">{w.cancel}</ButtonLink>
            </FormActions>
          </Form>
        </>
      )
    },
  })

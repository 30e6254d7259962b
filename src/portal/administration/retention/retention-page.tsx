import { installation } from '../../../platform/audit/installation.ts'
import { administrators, type Page, page } from '../../../platform/http/page.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { daysOf, lastRuns, longWords, type Retention, settingName, waitingIn } from '../../../platform/retention/index.ts'
import { readSettings, writeSetting } from '../../../platform/settings/setting.store.ts'
import { formatDateTime, formatNumber } from '../../../platform/text/format.ts'
import { texts } from '../../../platform/text/texts.ts'
import { Button, DataTable, ErrorSummary, Form, FormActions, formState, Heading, Lead, NumberInput, Select } from '../../../ui/index.ts'

const words = texts({
  nb: {
    up: 'Administrasjon', title: 'Hva som oppbevares, og hvor lenge', lead: 'Hver natt slettes det som er oppbevart lenge nok. Siden om personvern leses fra den samme lista.', what: 'Hva', rule: 'Hvor lenge', waiting: 'Venter på natta', last: 'Sist slettet', never: 'Ikke kjørt ennå', ran: (n: string, when: string) => `${n}, ${when}`, kept: 'Slettes ikke av seg selv',
    change: 'Endre hvor lenge', changeText: 'Noe av det kan dere bestemme selv, innenfor det som er forsvarlig.', kind: 'Hva gjelder det?', days: 'Antall dager', hint: 'La feltet stå tomt for å gå tilbake til det som er vanlig.', save: 'Lagre', saved: 'Lagret. Det gjelder fra i natt.', same: 'Slik er det alt.', bounds: (least: string, most: string) => `Skriv et tall fra ${least} til ${most}.`, choose: 'Velg hva det gjelder.', between: (title: string, least: string, most: string, now: string) => `${title}: ${now} dager nå, fra ${least} til ${most}`,
  },
  nn: {
    up: 'Administrasjon', title: 'Kva som blir teke vare på, og kor lenge', lead: 'Kvar natt blir det sletta som er teke vare på lenge nok. Sida om personvern blir lesen frå den same lista.', what: 'Kva', rule: 'Kor lenge', waiting: 'Ventar på natta', last: 'Sist sletta', never: 'Ikkje køyrt enno', ran: (n: string, when: string) => `${n}, ${when}`, kept: 'Blir ikkje sletta av seg sjølv',
    change: 'Endre kor lenge', changeText: 'Noko av det kan de bestemme sjølve, innanfor det som er forsvarleg.', kind: 'Kva gjeld det?', days: 'Kor mange dagar', hint: 'La feltet stå tomt for å gå tilbake til det som er vanleg.', save: 'Lagre', saved: 'Lagra. Det gjeld frå i natt.', same: 'Slik er det alt.', bounds: (least: string, most: string) => `Skriv eit tal frå ${least} til ${most}.`, choose: 'Vel kva det gjeld.', between: (title: string, least: string, most: string, now: string) => `${title}: ${now} dagar no, frå ${least} til ${most}`,
  },
  en: {
    up: 'Administration', title: 'What is kept, and for how long', lead: 'Every night, what has been kept long enough is deleted. The page on data protection is read from the same list.', what: 'What', rule: 'How long', waiting: 'Waits for the night', last: 'Last deleted', never: 'Not run yet', ran: (n: string, when: string) => `${n}, ${when}`, kept: 'Not deleted by itself',
    change: 'Change how long', changeText: 'Some of it is for you to decide, within what is sound.', kind: 'What is it about?', days: 'Number of days', hint: 'Leave it empty to go back to what is usual.', save: 'Save', saved: 'Saved. It holds from tonight.', same: 'It is so already.', bounds: (least: string, most: string) => `Write a number from ${least} to ${most}.`, choose: 'Choose what it is about.', between: (title: string, least: string, most: string, now: string) => `${title}: ${now} days now, from ${least} to ${most}`,
  },
})

const mayBeChosen = ({ days }: Retention): boolean => days !== undefined && days.least < days.most

/** Kind by kind: the rule, what waits for the night, and when it was last carried out; and the days that may be chosen. */
export const retentionPage = (retentions: readonly Retention[]): Page =>
  page({
    path: '/admin/oppbevaring',
    access: administrators,
    load: async ({ db, now }) => {
      const [settings, runs] = await Promise.all([readSettings(db, 'retention.'), lastRuns(db)])
      return { settings, runs, waiting: await waitingIn(db, retentions, (one) => daysOf(one, settings), now) }
    },
    title: (_, { lang }) => words[lang].title,
    crumbs: (_, { lang }) => [{ text: words[lang].up, href: '/admin' }],
    actions: {
      save: async (work, { request, raw }) => {
        const w = words[request.lang]
        const retention = retentions.find((one) => one.name === firstText(raw, 'hva') && mayBeChosen(one))
        const wrong = (errors: Record<string, string>) => ({ refused: { errors } })
        if (!retention?.days) return wrong({ hva: w.choose })
        const typed = firstText(raw, 'dager').trim()
        const days = typed === '' ? null : /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN
        if (days !== null && !(days >= retention.days.least && days <= retention.days.most)) return wrong({ dager: w.bounds(formatNumber(retention.days.least, request.lang), formatNumber(retention.days.most, request.lang)) })
        if (!(await writeSetting(work.tx, settingName(retention), days, { personId: request.viewer.person?.id ?? '', now: work.now }))) return { refused: { message: w.same } }
        work.record({ workspaceId: installation, what: 'setting.changed', body: { name: settingName(retention), value: days } })
        return { done: { to: request.pathname, flash: { text: w.saved } } }
      },
    },
    width: 'wide',
    view: ({ settings, runs, waiting }, { lang, pathname }, _, returned) => {
      const w = words[lang]
      const state = formState(returned)
      const n = (value: number) => formatNumber(value, lang)
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <Lead>{w.lead}</Lead>
          <ErrorSummary lang={lang} state={state} />
          <DataTable lang={lang} caption={w.title} captionHidden rows={retentions} columns={[
            { key: 'what', header: w.what, rowHeader: true, cell: (one) => one.title[lang] },
            { key: 'rule', header: w.rule, cell: (one) => <>{longWords(one, daysOf(one, settings), lang)}<div class="hint">{one.why[lang]}</div></> },
            { key: 'waiting', header: w.waiting, align: 'number', cell: (one) => (one.waiting ? n(waiting.get(one.name) ?? 0) : '–') },
            { key: 'last', header: w.last, cell: (one) => {
              const run = runs.get(one.name)
              return one.sweep ? (run ? w.ran(n(run.removed), formatDateTime(run.ranAt, lang)) : w.never) : w.kept
            } },
          ]} />
          <section>
            <Heading level={2}>{w.change}</Heading>
            <p>{w.changeText}</p>
            <Form action={pathname} does="save" submissionKey={crypto.randomUUID()}>
              <Select lang={lang} state={state} name="hva" label={w.kind} options={retentions.filter(mayBeChosen).map((one) => ({ value: one.name, label: w.between(one.title[lang], n(one.days?.least ?? 0), n(one.days?.most ?? 0), n(daysOf(one, settings) ?? 0)) }))} />
              <NumberInput lang={lang} state={state} name="dager" label={w.days} hint={w.hint} optional />
              <FormActions><Button variant="primary">{w.save}</Button></FormActions>
            </Form>
          </section>
        </>
      )
    },
  })

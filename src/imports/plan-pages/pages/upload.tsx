import { page } from '../../../platform/http/page.ts'
import { acceptOf } from '../../../platform/files/kinds.ts'
import type { UploadRule } from '../../../platform/files/upload.ts'
import { readHeads } from '../../../platform/item/item.store.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { formatDateTime } from '../../../platform/text/format.ts'
import { texts } from '../../../platform/text/texts.ts'
import { type InWorkspace, workspaceLeading, workspacePath } from '../../../modules/workspaces/index.ts'
import { Button, Details, ErrorSummary, FileInput, Form, FormActions, formState, Heading, Lead, TaskList } from '../../../ui/index.ts'
import { limits } from '../../plan/index.ts'
import { startImport } from '../import.actions.ts'
import { importsOf } from '../plan-import.store.ts'
import { sayWhy } from './said-refusal.ts'
import { importCrumbs, ImportSteps, stepPath } from './steps.tsx'

const rule: UploadRule = { allowed: ['xlsx', 'csv'], maxBytes: limits.fileBytes, readerJudges: true }

const words = texts({
  nb: {
    title: 'Hent planen fra et regneark', lead: 'Last opp planen slik den er. Ingenting lagres før du har sett over og sagt ja.',
    again: 'Har dere en nyere utgave av en plan dere har hentet inn før? Last den opp her. Du ser hva som er endret, og velger selv hva som skal tas inn.',
    file: 'Regnearket', hint: 'Excel (.xlsx) eller .csv, inntil 20 MB.', read: 'Les regnearket', choose: 'Velg filen med planen.',
    how: 'Hvordan blir arket lest?', earlier: 'Hentet inn før', underWay: 'Ikke fullført', goOn: 'Ikke fullført. Gå videre.', done: 'Hentet inn',
    export: 'Last ned planen som regneark',
    rules: {
      rows: 'Ett tiltak på hver rad. Mål og innsatsområder kan stå i egne kolonner, som overskrifter i arket eller som navn på arkene.',
      sums: 'Titler, sumrader og forklaringer er ikke tiltak. Du får se hva vi lot ligge.',
      dates: 'Datoer vi er sikre på, blir datoer. Resten står som tekst, slik dere skrev det.',
      notes: 'Det som ikke har en egen plass, blir et notat på tiltaket. Filen blir tatt vare på.',
    },
  },
  nn: {
    title: 'Hent planen frå eit rekneark', lead: 'Last opp planen slik han er. Ingenting blir lagra før du har sett over og sagt ja.',
    again: 'Har de ei nyare utgåve av ein plan de har henta inn før? Last ho opp her. Du ser kva som er endra, og vel sjølv kva som skal takast inn.',
    file: 'Reknearket', hint: 'Excel (.xlsx) eller .csv, inntil 20 MB.', read: 'Les reknearket', choose: 'Vel fila med planen.',
    how: 'Korleis blir arket lese?', earlier: 'Henta inn før', underWay: 'Ikkje fullført', goOn: 'Ikkje fullført. Gå vidare.', done: 'Henta inn',
    export: 'Last ned planen som rekneark',
    rules: {
      rows: 'Eitt tiltak på kvar rad. Mål og innsatsområde kan stå i eigne kolonnar, som overskrifter i arket eller som namn på arka.',
      sums: 'Titlar, sumrader og forklaringar er ikkje tiltak. Du får sjå kva vi lét liggje.',
      dates: 'Datoar vi er sikre på, blir datoar. Resten står som tekst, slik de skreiv det.',
      notes: 'Det som ikkje har ein eigen plass, blir eit notat på tiltaket. Fila blir teken vare på.',
    },
  },
  en: {
    title: 'Bring in the plan from a spreadsheet', lead: 'Upload the plan as it is. Nothing is saved before you have looked it over and said yes.',
    again: 'Do you have a newer version of a plan that you have brought in before? Upload it here. You see what has changed, and choose what to take in.',
    file: 'The spreadsheet', hint: 'Excel (.xlsx) or .csv, up to 20 MB.', read: 'Read the spreadsheet', choose: 'Choose the file with the plan.',
    how: 'How is the sheet read?', earlier: 'Brought in before', underWay: 'Not finished', goOn: 'Not finished. Go on.', done: 'Brought in',
    export: 'Download the plan as a spreadsheet',
    rules: {
      rows: 'One measure on each row. Goals and priority areas may stand in columns of their own, as headings in the sheet or as names of the sheets.',
      sums: 'Titles, rows of sums and explanations are no measures. You will see what we left out.',
      dates: 'Dates that we are sure of become dates. The rest stands as text, as you wrote it.',
      notes: 'What has no place of its own becomes a note on the measure. The file is kept.',
    },
  },
})

/** Step one: the file. */
export const uploadPage = page({
  path: '/arbeidsrom/:workspace/plan/importer',
  styles: ['plan-import.page.css'],
  access: workspaceLeading,
  uploads: rule,
  takesFiles: true,
  load: async (request, { workspace }: InWorkspace) => {
    const [imports, heads] = await Promise.all([
      importsOf(request.db, workspace.id),
      readHeads(request.db, request.viewer, { workspaceId: workspace.id, kinds: ['goal', 'priority_area', 'measure'] }),
    ])
    return { imports, hasPlan: heads.length > 0 }
  },
  title: (_, { lang }) => words[lang].title,
  crumbs: (_, { lang }, { workspace }) => importCrumbs(workspace, lang, false),
  actions: {
    les: async (work, { request, scope: { workspace }, raw }) => {
      const { lang, platform } = request
      const fileId = firstText(raw, 'fil')
      if (fileId === '') return { refused: { errors: { fil: words[lang].choose } } }
      const started = await startImport(work, platform, workspace, fileId)
      if ('refused' in started) return { refused: { errors: { fil: started.refused === 'missing' ? words[lang].choose : sayWhy(started.refused, lang) } } }
      return { done: { to: stepPath(workspace, started.done.id, started.done.own ? 'check' : 'columns') } }
    },
  },
  view: ({ imports, hasPlan }, { lang, path }, { workspace }, returned) => {
    const w = words[lang]
    // A file that was refused is not offered again.
    const state = formState(returned && { raw: {}, errors: returned.errors })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <ImportSteps lang={lang} workspace={workspace} importId={null} current="file" />
        <Lead>{w.lead}</Lead>
        {hasPlan ? <p>{w.again}</p> : null}
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} files submissionKey={crypto.randomUUID()}>
          <FileInput lang={lang} state={state} name="fil" label={w.file} hint={w.hint} accept={acceptOf(rule.allowed)} />
          <FormActions>
            <Button variant="primary">{w.read}</Button>
          </FormActions>
        </Form>
        <Details summary={w.how}>
          <ul>{Object.values(w.rules).map((text) => <li>{text}</li>)}</ul>
        </Details>
        {imports.length > 0 ? (
          <section>
            <Heading level={2}>{w.earlier}</Heading>
            <TaskList
              lang={lang}
              tasks={imports.map((one) => ({
                title: one.fileName,
                href: stepPath(workspace, one.id, one.state === 'done' || one.state === 'saving' ? 'done' : one.state === 'read' ? 'check' : 'columns'),
                hint: one.doneAt ? `${w.done} ${formatDateTime(one.doneAt, lang)}` : w.goOn,
              }))}
            />
          </section>
        ) : null}
        {hasPlan ? <p><a href={workspacePath(workspace, 'plan/eksport.xlsx')}>{w.export}</a></p> : null}
      </>
    )
  },
})

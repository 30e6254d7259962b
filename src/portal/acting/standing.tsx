import { membershipsIn } from '../../platform/access/viewer.ts'
import { actingIn } from '../../platform/http/acting-in.ts'
import type { Request, Scope } from '../../platform/http/page.ts'
import { formatDate } from '../../platform/text/format.ts'
import { formatList } from '../../platform/text/lists.ts'
import { type Lang, texts } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { roleWords, workspacePath } from '../../modules/workspaces/index.ts'
import { Alert } from '../../ui/index.ts'

const words = texts({
  nb: { acting: 'Du handler på vegne av', change: 'Bytt', done: (name: string) => `Gjort på vegne av ${name}.`, archived: (date: string) => `Arbeidsrommet ble avsluttet ${date}. Alt kan leses, og ingenting kan endres.`, restore: 'Om avslutningen' },
  nn: { acting: 'Du handlar på vegner av', change: 'Byt', done: (name: string) => `Gjort på vegner av ${name}.`, archived: (date: string) => `Arbeidsrommet blei avslutta ${date}. Alt kan lesast, og ingenting kan endrast.`, restore: 'Om avslutninga' },
  en: { acting: 'You act for', change: 'Change', done: (name: string) => `Done for ${name}.`, archived: (date: string) => `The workspace was closed ${date}. Everything can be read, and nothing can be changed.`, restore: 'About the closing' },
})

/** The receipt of something done for one of several organisations. */
export const doneFor = (name: string, lang: Lang): string => words[lang].done(name)

/**
 * What must stand on every page: that its workspace is closed, and whom one acts for, when that is one of several organisations or the
 * page is for one. The line stays in sight, so that it is seen also at the end of a long form.
 */
export const Standing = ({ scope, bare, request: { lang, viewer, path } }: { scope: Scope; bare: boolean; request: Request }) => {
  const w = words[lang]
  const { workspace } = scope
  const acting = actingIn(scope, scope.holder ?? viewer)
  const memberships = workspace ? membershipsIn(viewer, workspace.id) : []
  const roles = memberships.filter((m) => m.organisationId === acting?.id).map((m) => roleWords[lang][m.role].name.toLocaleLowerCase('nb'))
  return (
    <>
      {workspace?.state === 'archived' && !bare ? (
        <Alert colour="warning">
          <p>{w.archived(workspace.stateChangedAt ? formatDate(osloDate(workspace.stateChangedAt), lang) : '')} {memberships.length > 0 ? <a href={workspacePath(workspace, 'innstillinger/avslutt')}>{w.restore}</a> : null}</p>
        </Alert>
      ) : null}
      {acting ? (
        <p class="acting no-print">
          {w.acting} <strong>{acting.name}</strong>{roles.length > 0 ? ` (${formatList(roles, lang)})` : ''}.{acting.mayChoose && workspace ? <> <a href={`${workspacePath(workspace, 'pa-vegne-av')}?til=${encodeURIComponent(path)}`}>{w.change}</a></> : null}
        </p>
      ) : null}
    </>
  )
}

import { membershipsIn, organisationsOf } from '../../platform/access/viewer.ts'
import type { Request, WorkspaceHead } from '../../platform/http/page.ts'
import { formatDate } from '../../platform/text/format.ts'
import { formatList } from '../../platform/text/lists.ts'
import { texts } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { roleWords, workspacePath } from '../../modules/workspaces/index.ts'
import { Alert } from '../../ui/index.ts'

const words = texts({
  nb: { acting: 'Du handler på vegne av', change: 'Bytt', archived: (date: string) => `Arbeidsrommet ble avsluttet ${date}. Alt kan leses, og ingenting kan endres.`, restore: 'Om avslutningen' },
  nn: { acting: 'Du handlar på vegner av', change: 'Byt', archived: (date: string) => `Arbeidsrommet blei avslutta ${date}. Alt kan lesast, og ingenting kan endrast.`, restore: 'Om avslutninga' },
  en: { acting: 'You act for', change: 'Change', archived: (date: string) => `The workspace was closed ${date}. Everything can be read, and nothing can be changed.`, restore: 'About the closing' },
})

/** What must stand on every page of a workspace: that it is closed, and whom somebody with several organisations acts for. */
export const Standing = ({ workspace, request: { lang, viewer, path } }: { workspace: WorkspaceHead; request: Request }) => {
  const w = words[lang]
  const [acting, ...others] = organisationsOf(viewer, workspace.id)
  const memberships = membershipsIn(viewer, workspace.id)
  const roles = memberships.filter((m) => m.organisationId === acting?.id).map((m) => roleWords[lang][m.role].name.toLocaleLowerCase('nb'))
  return (
    <>
      {workspace.state === 'archived' ? (
        <Alert colour="warning">
          <p>{w.archived(workspace.stateChangedAt ? formatDate(osloDate(workspace.stateChangedAt), lang) : '')} {memberships.length > 0 ? <a href={workspacePath(workspace, 'innstillinger/avslutt')}>{w.restore}</a> : null}</p>
        </Alert>
      ) : null}
      {acting && others.length > 0 ? (
        <p class="hint no-print">{w.acting} <strong>{acting.name}</strong> ({formatList(roles, lang)}). <a href={`${workspacePath(workspace, 'pa-vegne-av')}?til=${encodeURIComponent(path)}`}>{w.change}</a></p>
      ) : null}
    </>
  )
}

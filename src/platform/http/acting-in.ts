import { organisationsOf, type Viewer } from '../access/viewer.ts'
import type { Scope } from './page.ts'

/**
 * Whom somebody acts for on a page, when that must be said: the page is for one organisation, or they have roles for several in the
 * workspace and may choose. Null when there is only one it could be.
 */
export function actingIn({ actingFor, closed, workspace }: Scope, viewer: Viewer): { id: string; name: string; mayChoose: boolean } | null {
  if (actingFor !== undefined) return actingFor && !closed ? { ...actingFor, mayChoose: false } : null
  const [acting, ...others] = workspace ? organisationsOf(viewer, workspace.id) : []
  return acting && others.length > 0 ? { ...acting, mayChoose: true } : null
}

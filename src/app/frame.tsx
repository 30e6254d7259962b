import type { Frame } from '../platform/http/house.ts'
import { Alert, Document, Tabs } from '../ui/index.ts'
import { doneFor, Standing } from '../portal/acting/standing.tsx'
import { workspaceTabs } from '../portal/workspace-tabs.ts'
import { manifests } from './modules.ts'

const kinds = manifests.flatMap((manifest) => manifest.kinds ?? [])

/** What stands around every page: the site's head, the workspace's menu, where one is, and what just happened. */
export const frame: Frame = ({ request, scope, title, crumbs, body, islands, styles, bare, width, flash, returned, description, listed }) => {
  const { lang } = request
  const { workspace } = scope
  const menu = workspace && !bare ? workspaceTabs(workspace, kinds, request) : null
  return (
    <Document
      lang={lang} title={title} path={request.path} demo={request.platform.config.demo} site={request.platform.config.publicName} chrome={bare ? 'bare' : 'full'} width={width} islands={islands} styles={styles}
      {...(request.pathname !== '/sok' && { search: '' })}
      visitor={request.viewer.person ? { name: request.viewer.person.name } : null}
      failed={returned !== null && Object.keys(returned.errors).length > 0}
      {...(workspace && !bare && { place: <a href={`/arbeidsrom/${workspace.slug}`}>{workspace.title}</a> })}
      {...(menu && { menu: <Tabs lang={lang} label={workspace?.title ?? ''} tabs={menu.tabs} more={menu.more} /> })}
      {...(crumbs.length > 0 && { crumbs: [...crumbs, { text: title }] })}
      {...(flash && { flash: { ...flash, text: flash.actingFor ? `${flash.text} ${doneFor(flash.actingFor, lang)}` : flash.text } })}
      {...(description && { description })}
      {...(listed ? { canonical: `${request.platform.config.baseUrl}${request.pathname}` } : { unlisted: true })}
    >
      <Standing scope={scope} bare={bare} request={request} />
      {returned?.message ? <Alert colour="warning"><p>{returned.message}</p></Alert> : null}
      {body}
    </Document>
  )
}

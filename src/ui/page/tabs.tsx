import { texts, type Lang } from '../../platform/text/texts.ts'

const words = texts({ nb: { more: 'Mer' }, nn: { more: 'Meir' }, en: { more: 'More' } })

/** One room in a menu; `current` has the thread under it. */
export type Tab = { href: string; text: string; current?: boolean }

const TabLink = ({ tab }: { tab: Tab }) => (
  <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
    {tab.text}
  </a>
)

/** The menu of a workspace: the rooms most used, and the rest under «Mer». `label` names the menu for screen readers. */
export const Tabs = ({ lang, label, tabs, more = [] }: { lang: Lang; label: string; tabs: readonly Tab[]; more?: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map(tab => (
        <li>
          <TabLink tab={tab} />
        </li>
      ))}
      {more.length > 0 ? (
        <li>
          <details class="menu">
            <summary data-current={more.some(tab => tab.current) ? '' : undefined}>{more.find(tab => tab.current)?.text ?? words[lang].more}</summary>
            <ul>
              {more.map(tab => (
                <li>
                  <TabLink tab={tab} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      ) : null}
    </ul>
  </nav>
)

import type { Child } from 'hono/jsx'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Heading } from '../../../../ui/index.ts'
import { type Statement, whats } from '../statement.ts'
import { kindWords } from './kind.words.ts'

type Props<S> = { statements: readonly S[]; names: ReadonlyMap<string, string>; lang: Lang; level: 2 | 3 | 4; /** What stands after each. */ after?: (one: S) => Child }

/** An answer as three lists, for reading: what is expected of whom, what is offered, and what must be in place. */
export function StatementLists<S extends Statement>({ statements, names, lang, level, after }: Props<S>) {
  const k = kindWords[lang]
  return (
    <>
      {whats.map((what) => {
        const own = statements.filter((one) => one.what === what)
        return own.length === 0 ? null : (
          <section>
            <Heading level={level}>{k.whats[what]}</Heading>
            <ul class="expectation-list">
              {own.map((one) => (
                <li>
                  <span class="expectation-said">{one.text}</span>
                  {what === 'needs' ? null : <span class="hint"> {what === 'expects' ? `${one.aboutId === null ? k.partnership : (names.get(one.aboutId) ?? '')}${one.kind ? ', ' : ''}` : ''}{one.kind ? k.kinds[one.kind].toLocaleLowerCase(lang) : ''}</span>}
                  {after ? after(one) : null}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

import type { Child } from 'hono/jsx'

export type Fact = { term: string; value: Child }

/** Facts as term and value. A value that is missing says so in words: leave no fact empty. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(fact => (
      <div>
        <dt>{fact.term}</dt>
        <dd>{fact.value}</dd>
      </div>
    ))}
  </dl>
)

import type { PropsWithChildren } from 'hono/jsx'
import { asset } from '../asset.ts'

/** What a job is doing, renewed each second: by an island, or by the page itself where there are no scripts. When the page shows none any more, the job is over. */
export const JobProgress = ({ children }: PropsWithChildren) => (
  <>
    <job-progress>{children}</job-progress>
    <noscript>
      <meta http-equiv="refresh" content="2" />
    </noscript>
    <script type="module" src={asset('job-progress.js')}></script>
  </>
)

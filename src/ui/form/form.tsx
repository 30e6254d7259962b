import type { PropsWithChildren } from 'hono/jsx'
import { actionField, submissionKeyField, versionField } from '../../platform/http/form.ts'
import { asset } from '../asset.ts'

export type FormProps = {
  /** The address it is sent to; the page's own when left out. */
  action?: string
  /** Which of the page's actions it asks for, where there are several. */
  does?: string
  /** Unique for one filled-in form: sent twice, it counts once. */
  submissionKey?: string
  /** The version of the item that the form started from. */
  version?: number
  hidden?: Readonly<Record<string, string>>
  /** The form has a file field. */
  files?: boolean
  /** Warn before leaving with changes that are not sent. */
  guard?: boolean
  /** What is shown is not saved from the start: the form came back with errors. */
  unsaved?: boolean
}

/** A form that changes something. The server checks, in plain words: the browser's own messages are off. */
export const Form = (props: PropsWithChildren<FormProps>) => {
  const form = (
    <form class="form" method="post" action={props.action} enctype={props.files ? 'multipart/form-data' : undefined} novalidate>
      {props.does === undefined ? null : <input type="hidden" name={actionField} value={props.does} />}
      {props.submissionKey === undefined ? null : <input type="hidden" name={submissionKeyField} value={props.submissionKey} />}
      {props.version === undefined ? null : <input type="hidden" name={versionField} value={String(props.version)} />}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  )
  if (!props.guard) return form
  return (
    <unsaved-changes data-unsaved={props.unsaved ? '' : undefined}>
      {form}
      <script type="module" src={asset('unsaved-changes.js')}></script>
    </unsaved-changes>
  )
}

/** The buttons under a form: the primary first, then other ways out. */
export const FormActions = (props: PropsWithChildren) => <div class="actions">{props.children}</div>

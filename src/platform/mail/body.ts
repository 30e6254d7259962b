import { escapeHtml } from '../text/escape.ts'
import type { Lang } from '../text/texts.ts'

export type MailLine = { text: string; url?: string; hint?: string }
export type MailSection = { heading: string; lines: readonly MailLine[] }

export type MailContent = {
  lang: Lang
  heading: string
  paragraphs: readonly string[]
  /** The one thing the mail asks for; the address is also written out in the plain text. */
  action?: { label: string; url: string }
  /** After what it asks for: lists under headings, each line perhaps with an address. */
  sections?: readonly MailSection[]
  /** Who sends this and why, and where to turn. */
  footer: string
  /** What a list of mails shows after the subject; the first paragraph unless told. */
  preheader?: string
}
/** `content` is what it was made of, for the mail of the week. */
export type MailBody = { text: string; html: string; content: MailContent }

const paper = '#faf8f4'
const ink = '#14213d'
const quiet = '#4a5468'
const thread = '#b3263a'
const letters = 'Arial,Helvetica,sans-serif'
/** A table that is only there to hold things in place. */
const table = '<table role="presentation" cellpadding="0" cellspacing="0" border="0"'

const escapeLines = (text: string) => escapeHtml(text).replace(/\r\n?|\n/g, '<br>')

/** A web address for a button; anything else (`javascript:` …) is a fault in the program. */
function webAddress(url: string): string {
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('A mail may only link to web addresses')
  return href
}

const plainLine = ({ text: line, url, hint }: MailLine) => `- ${line}${hint ? ` (${hint})` : ''}${url ? `\n  ${webAddress(url)}` : ''}`

const text = ({ heading, paragraphs, action, sections = [], footer }: MailContent) => [
  heading, ...paragraphs, ...(action ? [`${action.label}:\n${webAddress(action.url)}`] : []),
  ...sections.flatMap((section) => [section.heading.toLocaleUpperCase('nb'), section.lines.map(plainLine).join('\n')]),
  `-- \n${footer}`,
].join('\n\n') + '\n'

/** Outlook pads the cell (`mso-padding-alt`); everybody else pads the link, so that all of it is easy to hit. */
function button(action: { label: string; url: string }): string {
  const shape = 'display:inline-block;padding:14px 24px;border-radius:4px;mso-padding-alt:0'
  const type = `color:#ffffff;background:${thread};font:bold 16px/20px ${letters};text-decoration:none`
  return `${table} style="margin:8px 0 24px"><tr>
<td class="button" bgcolor="${thread}" valign="middle" style="border-radius:4px;background:${thread};mso-padding-alt:14px 24px">
<a href="${escapeHtml(webAddress(action.url))}" style="${shape};${type}">${escapeHtml(action.label)}</a>
</td></tr></table>`
}

/** A list as rows of a table, which all mail programs indent alike. */
function sectionRows({ heading, lines }: MailSection): string {
  const line = ({ text: words, url, hint }: MailLine) => `<p class="ink" style="margin:0 0 12px;font:16px/1.5 ${letters};color:${ink}">${url ? `<a class="link" href="${escapeHtml(webAddress(url))}" style="color:${thread}">${escapeLines(words)}</a>` : escapeLines(words)}${hint ? `<br><span class="quiet" style="font:14px/1.5 ${letters};color:${quiet}">${escapeLines(hint)}</span>` : ''}</p>`
  return `<h2 class="ink" style="margin:24px 0 12px;font:bold 18px/1.3 ${letters};color:${ink}">${escapeHtml(heading)}</h2>\n${lines.map(line).join('\n')}`
}

/** Where the link to one's choices is put when the mail leaves the house. Nothing that is escaped can hold it. */
export const choiceMark = '<!--choice-->'

/** Mail programs that have a dark mode of their own leave a mail that has one alone; the rest see the light one. */
const dark = `<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#0f1729!important}
.sheet{background:#18223a!important;border-top-color:#e8667a!important}
.ink{color:#f2efe8!important}
.quiet{color:#b8c0d0!important}
.link{color:#f08a9a!important}
}
</style>`

/** Tables and inline styles are what mail programs agree on; there is no picture and nothing is fetched. */
function html(content: MailContent): string {
  const body = `font:16px/1.6 ${letters};color:${ink}`
  const paragraphs = content.paragraphs.map((p) => `<p class="ink" style="margin:0 0 16px;${body}">${escapeLines(p)}</p>`).join('\n')
  const preheader = (content.preheader ?? content.paragraphs[0] ?? '').replace(/\s+/g, ' ').slice(0, 140)
  return `<!DOCTYPE html>
<html lang="${content.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(content.heading)}</title>
${dark}
</head>
<body class="paper" style="margin:0;padding:0;background:${paper};word-break:break-word">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preheader)}</div>
${table} class="paper" width="100%" bgcolor="${paper}"><tr><td align="center" style="padding:24px 12px">
${table} width="560" style="width:100%;max-width:560px"><tr>
<td class="sheet" bgcolor="#ffffff" align="left" style="padding:32px 24px;border-top:4px solid ${thread};background:#ffffff">
<h1 class="ink" style="margin:0 0 16px;font:bold 22px/1.3 ${letters};color:${ink}">${escapeHtml(content.heading)}</h1>
${paragraphs}
${content.action ? button(content.action) : ''}
${(content.sections ?? []).map(sectionRows).join('\n')}
</td></tr><tr>
<td class="quiet" align="left" style="padding:16px 24px;font:14px/1.5 ${letters};color:${quiet}">${escapeLines(content.footer)}${choiceMark}</td></tr></table>
</td></tr></table>
</body>
</html>
`
}

/** The plain and the HTML part of a mail, with everything in them escaped. */
export function mailBody(content: MailContent): MailBody {
  return { text: text(content), html: html(content), content }
}

import { lightTemplate } from './light.ts'
import { partnershipTemplate } from './partnership.ts'
import { type Template, type TemplateName, templateNames } from './template.ts'

export { type Room, rooms, type RuleChoice, type Template, type TemplateName, templateNames, type TemplateWords } from './template.ts'

const byName: Readonly<Record<TemplateName, Template>> = { partnership: partnershipTemplate, light: lightTemplate }

/** The templates, as they are offered. */
export const templates: readonly Template[] = templateNames.map((name) => byName[name])

/** The template that a workspace follows now; one whose template is not known any more is as a partnership. */
export const templateOf = (workspace: { template: string }): Template => templates.find((one) => one.name === workspace.template) ?? partnershipTemplate

/** What appears when a workspace goes from one template to another: parts of the thread, rooms in the menu and roles. */
export const appearing = (from: Template, to: Template) => ({
  parts: to.partsInUse.filter((part) => !from.partsInUse.includes(part)),
  tabs: to.tabs.filter((tab) => !from.tabs.includes(tab)),
  roles: to.roles.filter((role) => !from.roles.includes(role)),
  rules: from.rules.filter((choice) => !to.rules.some((other) => other.rule === choice.rule)),
})

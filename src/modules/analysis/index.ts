export { finding } from './finding/finding.ts'
export { analysis } from './manifest.ts'

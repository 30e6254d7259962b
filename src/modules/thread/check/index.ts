export { checkNewDay, checkWorkspace, recheckTouched } from './recheck.ts'

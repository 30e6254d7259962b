export { type Finding, linesOf, type Verified, verifyAll, type VerifySettings } from './verify-all.ts'

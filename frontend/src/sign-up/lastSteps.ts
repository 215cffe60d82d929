// What comes after the names, in one file to fetch.
export { AppStep } from './AppStep';
export { ContactStep } from './ContactStep';
export { FactorStep } from './FactorStep';
export { RecoveryStep } from './RecoveryStep';

// What comes after the address, in one file to fetch.
export { AppStep } from './AppStep';
export { ContactStep } from './ContactStep';
export { FactorStep } from './FactorStep';
export { ProfileStep } from './ProfileStep';
export { RecoveryStep } from './RecoveryStep';

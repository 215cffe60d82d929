import { vi } from 'vitest';

// relay-test-utils asks for jest's global; vi has the same mock functions.
Object.assign(globalThis, { jest: vi, IS_REACT_ACT_ENVIRONMENT: true });

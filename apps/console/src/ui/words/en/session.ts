export const session = {
  title: 'Sign in',
  lead: 'One floor where every moment of a customer meets.',
  email: 'E-mail address',
  password: 'Password',
  show: 'Show the password',
  hide: 'Hide the password',
  signIn: 'Sign in',
  emailMissing: 'Enter your e-mail address',
  passwordMissing: 'Enter your password',
  again: 'You are no longer signed in. Sign in again to come back to where you were.',
  signedOut: 'You are signed out. What you left unsent in this browser is deleted.',
};

export const GUIDE = 'guides/insurance-and-prior-authorization-home-infusion';

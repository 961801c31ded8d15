import { sweepOn } from './sweep';

sweepOn({ width: 1280, height: 800, inches: 15, mountMm: 650, shift: 2 });

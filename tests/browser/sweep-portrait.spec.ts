import { sweepOn } from './sweep';

sweepOn({ width: 1080, height: 1920, inches: 21.5, mountMm: 800, shift: 0 });

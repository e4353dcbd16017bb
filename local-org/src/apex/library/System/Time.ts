import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {ApexTime} from '../../runtime/time.ts';

type Whole = number | null;

/** Apex Reference Guide, "Time Class". */
export const timeClass = defineClass('System.Time', {
  'addHours(Integer)': (_rt, self: ApexTime, hours: Whole) => self.add(required(hours) * 3_600_000),
  'addMilliseconds(Integer)': (_rt, self: ApexTime, milliseconds: Whole) => self.add(required(milliseconds)),
  'addMinutes(Integer)': (_rt, self: ApexTime, minutes: Whole) => self.add(required(minutes) * 60_000),
  'addSeconds(Integer)': (_rt, self: ApexTime, seconds: Whole) => self.add(required(seconds) * 1000),
  'hour()': (_rt, self: ApexTime) => self.hour(),
  'millisecond()': (_rt, self: ApexTime) => self.millisecond(),
  'minute()': (_rt, self: ApexTime) => self.minute(),
  'second()': (_rt, self: ApexTime) => self.second(),
  'newInstance(Integer,Integer,Integer,Integer)': (_rt, hour: Whole, minute: Whole, second: Whole, millisecond: Whole) =>
    ApexTime.of(required(hour), required(minute), required(second), required(millisecond)),
});

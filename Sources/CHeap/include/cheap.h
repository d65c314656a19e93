// What Swift's module of glibc leaves out: how malloc asks the system for memory.
#pragma once

// Threads share one heap, in large pages at first; it grows by `step` bytes at least, gives nothing back, and whatever
// is smaller than `large` bytes comes out of it. Does nothing without glibc.
void cartopole_heap(int step, int large);

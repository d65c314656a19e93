import CHeap

/// How the process asks for memory.
public enum Heap {
  /// Lets all threads share one heap that grows in large steps, in large pages at first, and keeps what is freed, arrays
  /// of more than 4 MB excepted. By default each thread has a heap that grows page by page, and every array of more than
  /// 128 KB is mapped, cleared and given back by itself: a tenth of the time of a small map. To be called before any
  /// thread is started; does nothing without glibc.
  public static func growInLargeSteps() { cartopole_heap(16 << 20, 4 << 20) }
}

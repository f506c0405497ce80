/* Loaded before the C library: while the file READ_ONLY_WHILE exists, what READ_ONLY_FOLDER holds is on a read-only file system, for
   open files, too. A mount can't be made so: Linux refuses to remount one read-only that has a file open for writing. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define NEXT(name, ...) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))(__VA_ARGS__)
#define REFUSE(is_refused) if (is_refused) { errno = EROFS; return -1; }

static int is_read_only(const char *path) {
    const char *folder = getenv("READ_ONLY_FOLDER"), *mark = getenv("READ_ONLY_WHILE");
    return folder && mark && strncmp(path, folder, strlen(folder)) == 0 && faccessat(AT_FDCWD, mark, F_OK, 0) == 0;
}

static int is_read_only_file(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_read_only(path);
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        REFUSE((flags & (O_WRONLY | O_RDWR | O_TRUNC)) && is_read_only(path)) \
        return NEXT(name, path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define ON_FILE(type, name, parameters, ...) \
    type name parameters { REFUSE(is_read_only_file(file)) return NEXT(name, __VA_ARGS__); }
ON_FILE(ssize_t, write, (int file, const void *bytes, size_t length), file, bytes, length)
ON_FILE(ssize_t, writev, (int file, const struct iovec *parts, int count), file, parts, count)
ON_FILE(ssize_t, pwrite, (int file, const void *bytes, size_t length, off_t at), file, bytes, length, at)
ON_FILE(ssize_t, pwrite64, (int file, const void *bytes, size_t length, off64_t at), file, bytes, length, at)
ON_FILE(int, ftruncate, (int file, off_t length), file, length)
ON_FILE(int, ftruncate64, (int file, off64_t length), file, length)
ON_FILE(int, fchmod, (int file, mode_t mode), file, mode)

int unlink(const char *path) { REFUSE(is_read_only(path)) return NEXT(unlink, path); }

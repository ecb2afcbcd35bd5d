/* Starts the program from a tree that was assembled from wheels: finds its own folder, loads Python from it, and hands over the command line.
   A tree that PyInstaller made on Windows has PyInstaller's own start instead of this. */

#define UNICODE
#include <windows.h>
#include <shellapi.h>

typedef int (*PyMain)(int, wchar_t **);

#define MOST 512

static int failed(const wchar_t *what)
{
    MessageBoxW(NULL, what, L"Rimlight", MB_ICONERROR);
    return 2;
}

static int start(void)
{
    static wchar_t self[MAX_PATH], folder[MAX_PATH], library[MAX_PATH], script[MAX_PATH];
    wchar_t *given[MOST];
    int count = 0, passed;
    wchar_t **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
    if (!GetModuleFileNameW(NULL, self, MAX_PATH) || !arguments || count > MOST - 2)
        return failed(L"The program cannot find itself. Install Rimlight again, in a folder with a shorter name.");
    lstrcpynW(folder, self, MAX_PATH);
    wchar_t *end = folder + lstrlenW(folder);
    while (end > folder && *end != L'\\') end--;
    *end = 0;
    if (lstrlenW(folder) > MAX_PATH - 48)
        return failed(L"The program cannot find itself. Install Rimlight again, in a folder with a shorter name.");
    lstrcatW(lstrcpyW(library, folder), L"\\_internal\\python311.dll");
    lstrcatW(lstrcpyW(script, folder), L"\\_internal\\app\\launch_assembled.py");
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    PyMain run = python ? (PyMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run) return failed(L"Python cannot be loaded. Install Rimlight again.");
    given[0] = self;
    given[1] = script;
    for (passed = 1; passed < count; passed++) given[passed + 1] = arguments[passed];
    given[count + 1] = NULL;
    return run(count + 1, given);
}

#ifdef WINDOWED
int WINAPI WinMain(HINSTANCE here, HINSTANCE before, LPSTR line, int show)
{
    (void)here, (void)before, (void)line, (void)show;
    return start();
}
#else
int main(void)
{
    return start();
}
#endif

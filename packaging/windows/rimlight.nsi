; The installer for Windows: per machine, upgrade in place, data under ProgramData that stays when the program goes.
;   rimlight-VERSION-setup.exe /S [/FIREWALL=PORT] [/USERS=GROUP] [/D=C:\Folder]
; /S asks nothing; /FIREWALL lets the DICOM listener be called on that port; /USERS names who may use the store (default: this machine's users).
; Built by: makensis -DVERSION=… -DPUBLISHER=… -DTREE=folder -DICON=file -DLICENCE=file -DOUT=file rimlight.nsi

Unicode true
!ifndef COMPRESSOR
  !define COMPRESSOR lzma
!endif
SetCompressor ${COMPRESSOR}
RequestExecutionLevel admin
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "x64.nsh"

Name "Rimlight"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\Rimlight"
BrandingText "Research use only"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Rimlight"
VIAddVersionKey "FileDescription" "Rimlight installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Rimlight"
!define ENVIRONMENT "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
!define RULE "Rimlight DICOM listener"
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var Port
Var Users

Section "Rimlight" Program
  SectionIn RO
  SetRegView 64
  SetShellVarContext all
  SetOutPath "$INSTDIR"
  ; A folder in which a program runs cannot be renamed: then nothing of it was touched.
  ${If} ${FileExists} "$INSTDIR\versions\${VERSION}\rimlight.exe"
    ClearErrors
    RMDir /r "$INSTDIR\versions\.going"
    Rename "$INSTDIR\versions\${VERSION}" "$INSTDIR\versions\.going"
    ${If} ${Errors}
      DetailPrint "Rimlight is running. Close it, then install again."
      SetErrorLevel 3
      Abort
    ${EndIf}
  ${EndIf}
  SetOutPath "$INSTDIR\versions\${VERSION}"
  File /r "${TREE}\*"
  ; What is in use is a junction, so that an update can move it; the shortcut never changes.
  SetOutPath "$INSTDIR"
  RMDir "$INSTDIR\current"
  nsExec::ExecToLog 'cmd.exe /c mklink /J "$INSTDIR\current" "$INSTDIR\versions\${VERSION}"'
  Pop $0
  ${If} $0 != 0
    DetailPrint "The folder 'current' could not be made."
    SetErrorLevel 4
    Abort
  ${EndIf}
  ; What was there before this version goes; the way back from an installer is the installer before it.
  RMDir "$INSTDIR\previous"
  FindFirst $0 $1 "$INSTDIR\versions\*.*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
    ${AndIf} $1 != "${VERSION}"
      RMDir /r "$INSTDIR\versions\$1"
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
  CreateShortcut "$SMPROGRAMS\Rimlight.lnk" "$INSTDIR\current\rimlight-window.exe"

  ; Data: for administrators, the system and those who use the console; nobody else reads it. An upgrade leaves rights as they are.
  ${IfNot} ${FileExists} "$APPDATA\Rimlight\*.*"
    CreateDirectory "$APPDATA\Rimlight"
    nsExec::ExecToLog 'icacls "$APPDATA\Rimlight" /inheritance:r /grant *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F $Users:(OI)(CI)M'
    Pop $0
    ${If} $0 != 0
      DetailPrint "The rights of the data folder could not be set."
      SetErrorLevel 5
      Abort
    ${EndIf}
  ${EndIf}
  WriteRegExpandStr HKLM "${ENVIRONMENT}" "RIMLIGHT_HOME" "%ProgramData%\Rimlight"
  SendMessage 0xFFFF 0x001A 0 "STR:Environment" /TIMEOUT=2000

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "Rimlight"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\current\rimlight-window.exe"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR\versions\${VERSION}" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKLM "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section /o "Let the hospital call the DICOM listener (firewall rule)" Firewall
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="${RULE}"'
  Pop $0
  nsExec::ExecToLog 'netsh advfirewall firewall add rule name="${RULE}" dir=in action=allow protocol=TCP localport=$Port profile=domain,private'
  Pop $0
  ${If} $0 != 0
    DetailPrint "The firewall rule could not be made."
    SetErrorLevel 6
  ${EndIf}
SectionEnd

Function .onInit
  SetRegView 64
  ReadRegStr $0 HKLM "${UNINSTALL}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} $INSTDIR == "$PROGRAMFILES64\Rimlight"
    StrCpy $INSTDIR $0 ; an upgrade goes where it was
  ${EndIf}
  ${GetParameters} $1
  StrCpy $Users "*S-1-5-32-545"
  ClearErrors
  ${GetOptions} $1 "/USERS=" $0
  ${IfNot} ${Errors}
    StrCpy $Users '"$0"'
  ${EndIf}
  StrCpy $Port "11112"
  ClearErrors
  ${GetOptions} $1 "/FIREWALL=" $0
  ${IfNot} ${Errors}
    StrCpy $Port $0
    SectionSetFlags ${Firewall} 1
  ${EndIf}
FunctionEnd

Section "Uninstall"
  SetRegView 64
  SetShellVarContext all
  Delete "$SMPROGRAMS\Rimlight.lnk"
  RMDir "$INSTDIR\current"
  RMDir "$INSTDIR\previous"
  RMDir /r "$INSTDIR\versions"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="${RULE}"'
  Pop $0
  DeleteRegKey HKLM "${UNINSTALL}"
  DeleteRegValue HKLM "${ENVIRONMENT}" "RIMLIGHT_HOME"
  DetailPrint "Rimlight was removed. The cases, their backups and keys stay in $APPDATA\Rimlight."
SectionEnd

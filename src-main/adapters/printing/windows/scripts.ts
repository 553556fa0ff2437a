/**
 * What PowerShell is to do. Names of queues and files come by the environment (`BANKO_*`), never in the text of a
 * script, so that none of them can be a command.
 */
const strict = "$ErrorActionPreference = 'Stop'\n[Console]::OutputEncoding = [Text.Encoding]::UTF8\n";

/** https://learn.microsoft.com/powershell/module/printmanagement/get-printer */
export const listScript = `${strict}
$default = (Get-CimInstance -ClassName Win32_Printer -Filter 'Default=TRUE').Name
@(Get-Printer | ForEach-Object {
  @{ name = $_.Name; status = "$($_.PrinterStatus)"; isDefault = $_.Name -eq $default }
}) | ConvertTo-Json -Compress`;

/** https://learn.microsoft.com/powershell/module/printmanagement/get-printjob */
export const jobScript = `${strict}
$job = Get-PrintJob -PrinterName $env:BANKO_QUEUE | Where-Object { "$($_.Id)" -eq $env:BANKO_JOB }
@{ job = if ($job) { "$($job.JobStatus)" } else { $null }
   printer = "$((Get-Printer -Name $env:BANKO_QUEUE).PrinterStatus)" } | ConvertTo-Json -Compress`;

/** By the program that opens PDF on this PC and has registered the verb `PrintTo`; many have, the browser has not. */
export const printToScript = `${strict}
Start-Process -FilePath $env:BANKO_FILE -Verb PrintTo -ArgumentList ('"' + $env:BANKO_QUEUE + '"') -WindowStyle Hidden -Wait`;

/**
 * Raw bytes from standard input to the spooler, whose API PowerShell has no command for; writes the job's number.
 * https://learn.microsoft.com/windows/win32/printdocs/sending-data-directly-to-a-printer
 */
export const rawScript = `${strict}
Add-Type -TypeDefinition @'
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
public static class BankoSpooler {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct DocInfo { public string Name; public string Output; public string Type; }
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinter(IntPtr printer, int level, ref DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool ClosePrinter(IntPtr printer);
  public static int Send(string name, string title, byte[] bytes) {
    IntPtr printer;
    if (!OpenPrinter(name, out printer, IntPtr.Zero)) throw new Win32Exception();
    try {
      var info = new DocInfo { Name = title, Type = "RAW" };
      int job = StartDocPrinter(printer, 1, ref info);
      if (job == 0) throw new Win32Exception();
      int written;
      bool isWhole = WritePrinter(printer, bytes, bytes.Length, out written) && written == bytes.Length;
      if (!EndDocPrinter(printer) || !isWhole) throw new Win32Exception();
      return job;
    } finally { ClosePrinter(printer); }
  }
}
'@
$all = New-Object IO.MemoryStream
[Console]::OpenStandardInput().CopyTo($all)
[BankoSpooler]::Send($env:BANKO_QUEUE, $env:BANKO_TITLE, $all.ToArray())`;

/** https://learn.microsoft.com/windows/win32/cimwin32prov/resume-method-in-class-win32-printer */
export const resumeScript = `${strict}
$printer = Get-CimInstance -ClassName Win32_Printer | Where-Object { $_.Name -eq $env:BANKO_QUEUE }
$answer = Invoke-CimMethod -InputObject $printer -MethodName Resume
if ($answer.ReturnValue -ne 0) { throw "Resume: $($answer.ReturnValue)" }`;

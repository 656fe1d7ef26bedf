namespace Zhizhuxia.Demo;

/// <summary>What stands on the horizon.</summary>
public enum Skyline
{
    Hills,
    Town,
}

/// <summary>A film of the demo: a sky, a sun, two ridges that pass by, a title, and a few notes of a pentatonic scale.</summary>
/// <param name="FileName">As a reader's phone would name it.</param>
/// <param name="Title">In the picture; no quotes or colons.</param>
/// <param name="Colours">Sky below, sky above, sun, far ridge, near ridge; RRGGBB.</param>
/// <param name="Upright">Held like a phone.</param>
/// <param name="Hevc">As newer phones film; browsers of editors may need a proxy.</param>
public sealed record DemoFilm(string FileName, string Title, string[] Colours, Skyline Skyline, bool Upright = false, bool Hevc = false)
{
    private const int Seconds = 6;
    // A sensor's grain at a phone's rate; without it a drawn picture is so light that it passes for a messenger's.
    private const string Grain = "noise=alls=2:allf=t,";
    private static readonly string[] Rate = ["-b:v", "3M", "-maxrate", "3500k", "-bufsize", "3500k"];

    private const string Bold = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc";
    private const string Plain = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

    /// <summary>Drawn from the title, so that each title has ridges and notes of its own, and a film that is sent again the same ones.</summary>
    private int Own => Title.Sum(letter => letter);

    /// <summary>Named as WeChat names what it has shrunk.</summary>
    public bool IsForwarded => FileName.StartsWith("mmexport", StringComparison.Ordinal) || FileName.StartsWith("wx_camera", StringComparison.Ordinal);

    /// <summary>Arguments of ffmpeg, up to the output.</summary>
    public IReadOnlyList<string> Arguments()
    {
        var (width, height) = Upright ? (720, 1280) : (1280, 720);
        return
        [
            "-hide_banner", "-nostdin", "-v", "error", "-y",
            "-f", "lavfi", "-i", $"gradients=s={width}x{height}:r=25:d={Seconds}:c0=0x{Colours[0]}:c1=0x{Colours[1]}:x0={width / 2}:y0={height}:x1={width / 2}:y1=0:nb_colors=2:speed=0.00001:seed=0",
            "-f", "lavfi", "-i", Shape(240, 240, Colours[2], "clip((118-hypot(X-120,Y-120))/3,0,1)"),
            "-f", "lavfi", "-i", Shape(2560, height, Colours[3], Far(height)),
            "-f", "lavfi", "-i", Shape(2560, height, Colours[4], Near(height)),
            "-f", "lavfi", "-i", Notes,
            "-filter_complex", Scene(width, height), "-map", "[v]", "-map", "4:a", "-t", $"{Seconds}",
            .. Hevc ? new[] { "-c:v", "libx265", "-preset", "ultrafast", "-tag:v", "hvc1", "-x265-params", "log-level=error" } : ["-c:v", "libx264", "-preset", "ultrafast"],
            .. IsForwarded ? ["-crf", "28"] : Rate,
            "-c:a", "aac", "-b:a", "96k", "-movflags", "+faststart",
        ];
    }

    /// <summary>Five notes going round, with a slow bass below.</summary>
    private string Notes =>
        $"aevalsrc=0.2*sin(2*PI*{200 + (Own % 23 * 9)}*pow(2\\,({1 + (Own % 3)}*mod(floor(t*2)\\,5)+gt(mod(floor(t*2)\\,5)\\,2))/12)*t)*exp(-3.5*mod(t\\,0.5))"
        + "|0.15*sin(2*PI*130.8*pow(2\\,(2*mod(floor(t)\\,5)+gt(mod(floor(t)\\,5)\\,2))/12)*t)*exp(-1.6*mod(t\\,1))"
        + $":s=48000:d={Seconds}";

    /// <summary>One picture of one colour, cut out by an expression of X and Y, shown all the time. Drawn once.</summary>
    private static string Shape(int width, int height, string colour, string alpha) =>
        $"color=c=0x{colour}:s={width}x{height}:r=25:d=0.04,format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*{alpha}',loop=-1:1";

    /// <summary>Ridges repeat after 1280 pixels, so that they pass by without a seam.</summary>
    private string Far(int height) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"clip(Y-{height * 60 / 100}-46*sin(2*PI*X/{1280.0 / (1 + (Own % 3)):0.###}+{Own % 6})-18*sin(2*PI*X/{1280.0 / (4 + (Own % 4)):0.###}+1),0,1)");

    private string Near(int height) => Skyline is Skyline.Hills
        ? $"clip(Y-{height * 75 / 100}-36*sin(2*PI*X/426.667+{Own % 5})-20*sin(2*PI*X/182.857+3),0,1)"
        : $"gt(Y,{height * 84 / 100}-mod(floor(mod(X,1280)/80)*{31 + (Own % 7)},11)*{height / 45})*(1-0.55*lt(mod(X,20),9)*lt(mod(Y,26),12)*gt(mod(floor(X/20)*31+floor(Y/26)*17,7),3))";

    private string Scene(int width, int height)
    {
        var scene = $"[0][1]overlay=x='{width * (20 + (Own % 50)) / 100}-t*14':y='{height * 42 / 100}-t*24'[a];[a][2]overlay=x='-mod(t*24,1280)':y=0[b];[b][3]overlay=x='-mod(t*60,1280)':y=0[c];[c]";
        if (File.Exists(Bold) && File.Exists(Plain))
            scene += $"drawtext=fontfile={Bold}:text='{Title}':fontsize={(Upright ? 54 : 60)}:fontcolor=white:x=64:y={height / 9}:alpha='clip(4*t,0,1)':shadowcolor=0x00000066:shadowx=2:shadowy=2,"
                + $"drawtext=fontfile={Plain}:text='株洲 · 读者拍摄':fontsize=26:fontcolor=white:x=66:y={(height / 9) + 86}:alpha='clip(4*t-0.5,0,0.9)',";
        return $"{scene}{(IsForwarded ? "" : Grain)}format=yuv420p[v]";
    }
}

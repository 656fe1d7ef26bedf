using System.Globalization;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia;

/// <summary>
/// What people are told when a rule says no: what is the matter, what is safe, what to do, and who can mend it.
/// One sentence for each stable code; a test checks that none is missing.
/// </summary>
public static class RefusalTexts
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        // The form
        ["only-machine"] = "来信由系统自动收下，不用手工操作。",
        ["consents-missing"] = "请逐项阅读并勾选“原创与授权”“真实与他人权利”“个人信息处理”（未满18周岁还需监护人同意），再提交。",
        ["guardian-form-needed"] = "未满14周岁的小朋友，请让监护人来填写并提交这份投稿。",
        ["contact-missing"] = "请留下手机号或邮箱，填一项就可以，方便我们联系您。",
        ["material-missing"] = "还没有视频、链接或选题，请先添加一样再提交。",
        ["upload-unfinished"] = "视频还没有传完，请等它传完再提交；已经传的部分不会丢。",

        ["choose-one"] = "请选一项。",
        ["title-length"] = "标题要 2 到 40 个字。",
        ["text-length"] = "说明要 10 到 800 个字：拍的是什么人、什么事，什么时候、在哪里拍的。",
        ["link-missing"] = "没有找到网址，请把分享文字整段粘贴到这里。",
        ["link-refused"] = "这个网址不能收：它不是公开的网页。请在 App 里点“分享 → 复制链接”，再整段粘贴到这里。",
        ["link-profile"] = "这是一个人的主页，不是一条视频。请打开要投的那条视频，点“分享 → 复制链接”，再粘贴到这里。",
        ["link-live"] = "这是直播间，播完就看不到了。请把回放或剪好的视频分享出来，再粘贴到这里。",
        ["link-too-long"] = "粘贴的文字太长了，最多 4000 个字。",
        ["proposal-length"] = "请写 10 到 500 个字：想拍什么、在哪里、什么时候方便。",
        ["ai-where-missing"] = "请说明哪里用了 AI，200 个字以内。",
        ["credit-name-length"] = "请写下要署的名字，40 个字以内；不想署名请选“不署名”。",
        ["other-credits-length"] = "其他参与者最多写 400 个字。",
        ["name-length"] = "请告诉我们怎么称呼您，20 个字以内。",
        ["mobile-invalid"] = "手机号要 11 位，请检查一下。",
        ["email-invalid"] = "邮箱好像不完整，请检查一下。",
        ["consent-needed"] = "需要您同意这一项才能收稿。",
        ["guardian-consent-needed"] = "未满18周岁，需要监护人同意。",
        ["form-invalid"] = "有几处还要改一下，您填的内容都还在。",
        ["request-malformed"] = "请求的格式不对（{0}）。",
        ["idempotency-key-invalid"] = "Idempotency-Key 要 16 到 200 个字符，请用随机生成的值。",
        ["idempotency-key-reused"] = "这个 Idempotency-Key 已经用在另一份内容上了，请换一个新的。",
        ["batch-size"] = "一次要有 1 到 {0} 条链接；更多请分几次提交。",
        ["batch-mixed"] = "一次提交多条时，每条链接的内容都写在 links 里，外面不要再写别的。",
        ["api-key-invalid"] = "密钥不对，或者已经撤销。请向编辑部的管理员要一个新的。",
        ["api-key-scope"] = "这个密钥没有 {0} 这项权限，请让编辑部的管理员另开一个。",
        ["already-submitted"] = "这份稿件已经提交过了，不必再交一次。",

        // Uploads
        ["length-invalid"] = "这个文件是空的，或没有说明大小，请换一个。",
        ["file-too-large"] = "这个文件太大了，一个文件最多 {0}。",
        ["form-film-too-large"] = "这样上传一次最多 {0} MB；换一个较新的浏览器可以传更大的，断了还能接着传。",
        ["too-many-files"] = "一份稿件最多 {0} 个视频，请先移除一个。",
        ["quota-browser"] = "这台设备今天传得太多了（每天最多 {0} GB），请明天再来；已经收到的都在。",
        ["quota-address"] = "您所在的网络今天传得太多了（每天最多 {0} GB），请换个网络或明天再来；已经收到的都在。",
        ["no-space"] = "服务器的空间快满了，暂时收不下新的视频，请过一会儿再来；已经收到的都在。",
        ["upload-gone"] = "这次上传已经结束：稿件已提交，或文件已移除，或放得太久过期了。要再传请重新选择文件。",
        ["upload-too-long"] = "收到的内容比文件的大小还多，请移除后重新选择这个文件。",
        ["offset-differs"] = "续传的位置和服务器上的不一致，会自动对齐后接着传；已传的不会丢。",
        ["upload-taken-over"] = "这个文件已由另一个连接接着传了；已传的不会丢。",
        ["upload-busy"] = "上一个连接还没有放手，请过几秒再试；已传的不会丢。",
        ["upload-broken"] = "文件没有传完连接就断了，请再试一次。",
        ["checksum-differs"] = "这一段在路上出了错，会自动重传；之前已传的不会丢。",
        ["checksum-unknown"] = "校验值要写成 sha1 或 sha256 加一个空格和 Base64。",
        ["metadata-invalid"] = "上传的说明信息格式不对，请刷新页面再试。",
        ["tus-version"] = "上传协议的版本不对，这里用的是 tus 1.0.0。",
        ["content-type-invalid"] = "内容类型不对，这里要的是 {0}。",
        ["uploads-unknown"] = "列出的上传里有找不到的，或不属于同一份稿件。",
        ["uploads-incomplete"] = "这份稿件里还有没列出的上传，请一并列出或先移除。",
        ["too-many-requests"] = "操作太频繁了，请过一会儿再试；已经传上来的内容不会丢。",

        // The reader's own piece
        ["receipt-unknown"] = "没有找到这个回执码对应的稿件，请核对 24 位回执码。",
        ["second-factor-wrong"] = "和投稿时留的联系方式对不上：请填手机号后四位或完整的邮箱。",
        ["mail-taken"] = "这封信刚刚有人处理过，或者正在读取，请刷新页面看看。",
        ["number-unknown"] = "没有这个编号的稿件，请检查一下，例如 ZX261122-0031。",
        ["complete-link-dead"] = "这个链接已经用过或失效了。要补充什么，直接回复我们的邮件就行；手里有回执码的话，可以用它查进度。",
        ["answer-link-dead"] = "这个链接已经用过或失效了，请用回执码查询稿件的最新进展。",
        ["original-not-chosen"] = "还没有选视频。请选好原片，等它传完再提交。",
        ["answer-too-long"] = "补充说明最多 2000 个字。",
        ["reader-stale"] = "稿件刚刚有了新进展，请刷新页面看过再决定。",

        // Review
        ["not-possible-now"] = "稿件现在的状态不能做这一步，请刷新页面看看最新进展。",
        ["only-reader"] = "这一步由读者本人来做。",
        ["only-editor1"] = "这一步由初审编辑来做。",
        ["only-editor2"] = "这一步由复审主任来做。",
        ["only-editor3"] = "这一步由终审总编来做。",
        ["only-senior"] = "这一步由复审主任或终审总编来做。",
        ["only-publisher"] = "这一步由发布编辑来做。",
        ["own-piece"] = "这是您自己投的稿件（或由您代录），请同事来审。",
        ["not-claimed"] = "请先认领这篇稿件，再作处理。",
        ["claimed-by-other"] = "{0}正在审看这篇稿件；确需接手，请写明理由。",
        ["nothing-to-take-over"] = "现在没有同事在审看这篇稿件，直接认领就可以。",
        ["material-unsettled"] = "视频还在接收或检查，等机器处理完就可以通过。",
        ["ai-not-judged"] = "还没有选定 AI 标识，请初审在“内容”里选定。",
        ["ai-lowering-final"] = "AI 标识可以调高，调低要由终审总编在终审时决定，并写明理由。请先保留现在的标识，通过时在意见里说明。",
        ["ai-lowering-reason"] = "调低 AI 标识要写明理由，请在“调低的理由”里写几个字再保存。",
        ["rights-not-checked"] = "请核对并勾选权利清单的四项，再通过。",
        ["fresh-eyes"] = "您已在另一级通过了同一内容；三审须由三个人完成，请另一位同事来审。",
        ["verdicts-void"] = "初审和复审的意见不是针对现在的内容，请退回初审重新过一遍。",
        ["material-not-ready"] = "还没有一个可用的视频，请读者补充原片，或等检查完成。",
        ["original-missing"] = "链接稿在终审前需要原片：请读者补充，或由复审主任确认“原片无法提供”。",
        ["not-authorised"] = "还没有作者的授权：请读者确认授权（“网上看到的”线索须找到作者本人）。",
        ["guardian-missing"] = "画面里有未成年人而监护人没有同意：请读者补充监护人同意。",
        ["other-piece-missing"] = "请写明另一篇的编号：它要在编辑部里，也没有并入别的稿件。",
        ["piece-purged"] = "这篇稿件的原片已经按期限删除，不能再打开，请读者重新投。",
        ["reader-disagrees"] = "这篇是读者自己撤回的，征得读者同意之后才能重新打开。",
        ["withdrawal-asked"] = "读者申请了撤稿，请终审总编先定。",
        ["withdrawal-not-asked"] = "读者没有申请撤稿。",
        ["takedown-own"] = "下线是您做的，要由另一位终审总编来会签或恢复。",
        ["takedown-countersigned"] = "已经有人会签过了。",
        ["reason-missing"] = "请写明理由。",
        ["decline-reason-missing"] = "请选一条不采用的理由。",
        ["items-missing"] = "请至少选一项要读者补充的内容。",
        ["due-out-of-range"] = "期限要在今天之后、30 天以内。",
        ["answer-missing"] = "请写几个字，或补传一个视频。",
        ["nothing-changed"] = "内容没有改动。",
        ["content-changed"] = "内容在终审之后改过，须重新审过才能刊发。",
        ["credits-missing"] = "还没有署名：请在“内容”里填写署名，终审改动后重新过审。",
        ["ladder-missing"] = "刊发用的视频还在制作，做好并检查通过后就能刊发。",
        ["ladder-failed"] = "刊发用的视频没有做成。它在“卡住的工作”里，管理员弄清原因后点“重试”；原片和三审的意见都在，不用重新审。",
        ["column-missing"] = "还没有选栏目，请在“内容”里选一个。",
        ["qr-unreadable"] = "二维码回读不一致，没有刊发；请联系管理员。",
        ["stale"] = "{0}刚刚处理了这篇稿件（{1}），您的操作没有生效；请看过最新情况再决定。",

        ["poster-gone"] = "这张画面已经不在了，请刷新页面重新选一张。",

        // Mail
        ["letter-gone"] = "这封信已经发出或已收回，不能再收回。",
        ["letter-not-stuck"] = "这封信已经发出，或还在自动重试，不用重发。",
        [MailRefusals.NoAddress] = "收信人的邮箱地址写错了，信发不出去。请打电话联系对方。",
        [MailRefusals.NoSuchReader] = "对方的邮箱不存在或已停用。请核对地址，或打电话联系对方。",
        [MailRefusals.MailboxFull] = "对方的邮箱满了，暂时收不了信。",
        [MailRefusals.TooBig] = "信太大，对方的服务器不收。",
        [MailRefusals.SenderRefused] = "发信服务器不认我们的发件地址。请管理员核对发件地址和登录账号是不是同一个邮箱。",
        [MailRefusals.Policy] = "对方的服务器按它的规定（多半是反垃圾邮件）拒收了这封信。可以换个说法重发，或打电话联系对方。",
        [MailRefusals.Refused] = "对方的服务器拒收了这封信。请看看技术信息，改正后重发。",
        [MailRefusals.Later] = "对方的服务器说现在不方便，让我们过一会儿再发。会自动再试。",
        [MailRefusals.Unreachable] = "连不上发信服务器。请管理员检查网络、服务器地址和端口。",
        [MailRefusals.Silent] = "发信服务器没有回应，等得太久，先停下了。",
        [MailRefusals.Lost] = "和发信服务器的连接断了，信还没有发出去。",
        [MailRefusals.Unsure] = "信已经送到发信服务器，可是没等到回音连接就断了：可能发出了，也可能没有。会用同一个邮件编号再发一次，对方的邮箱认得出是同一封。",
        [MailRefusals.NoTls] = "和发信服务器没有建立起加密连接：证书不可信、名字对不上或端口不对。没有加密就不发信。",
        [MailRefusals.NoStartTls] = "发信服务器不提供加密（STARTTLS）。没有加密就不发信；请管理员改用 465 端口的加密连接。",
        [MailRefusals.NoLogin] = "发信服务器不接受我们会用的登录方式。请管理员检查登录方式的设置。",
        [MailRefusals.LoginRefused] = "发信服务器不让登录：账号或授权码不对。QQ、163 邮箱改过密码，授权码就失效，请管理员换上新的。",
        [MailRefusals.Strange] = "那个地址上的服务器不肯和我们通信，或者不是发信服务器。请管理员核对地址和端口。",

        // The reader's film (Media); the words are also those of inspect's "code"
        ["empty"] = "这个文件是空的（0 字节）。请在相册里重新选择原片再传一次。",
        ["not_media"] = "这个文件不是视频。请选择手机或相机拍的视频文件再传。",
        ["playlist"] = "这是一个播放列表，里面没有视频本身。请上传视频文件。",
        ["still_image"] = "这是一张照片，不是视频。请选择视频文件；实况照片请先在相册里存为视频。",
        ["no_video"] = "这个文件只有声音，没有画面。请上传带画面的视频。",
        ["corrupt"] = "这个视频文件损坏了，一帧画面也读不出来。请在手机上确认能播放，再传一次原片。",
        ["encrypted"] = "这个视频加了版权保护（加密），我们无法打开。请上传自己拍摄的原片。",
        ["unsupported_codec"] = "这个视频的编码格式我们还读不了。请在手机或电脑上转成 MP4（H.264）再传。",
        ["unsupported_container"] = "这种文件格式我们暂不接收。请转成 MP4 或 MOV 再传。",
        ["dolby_vision_5"] = "这个视频是杜比视界专用格式，颜色会失真。请在手机上导出为普通 MP4 或 HDR 视频再传。",
        ["too_long"] = "这个视频太长，超出了可以接收的时长。请剪短后再传，或分成几段。",
        ["picture_too_large"] = "这个视频的画面尺寸太大。请导出为 4K 或更小的尺寸再传。",
        ["too_complex"] = "这个文件的结构异常复杂，没有处理。请导出为普通 MP4 再传。",
        ["too_slow"] = "检查这个文件花的时间太长，没有处理完。请在手机上导出一份普通 MP4 再传。",
        ["needs_person"] = "这个视频自动处理没有成功，需要编辑人工查看；原片已安全保存。",

        // Marks on a film that was taken
        ["damaged"] = "部分画面损坏，可能有花屏或跳帧。",
        ["truncated"] = "文件不完整，后面一段没有传到或没有录完，时长以实际画面为准。",
        ["audio_unreadable"] = "有声音轨，但读不出来；视频没有声音。",
        ["hdr_tag_only"] = "标着 HDR，其实是普通画面，按普通画面处理。",
        ["several_video_tracks"] = "文件里有不止一条画面，取了最大的一条。",
        ["very_short"] = "不到 1 秒。",
        ["very_small"] = "画面很小，刊发会不清晰。",
        ["audio_length_differs"] = "声音和画面长短不一。",
        ["platform"] = "经社交平台压缩过，不是原片；画质要紧的话，请读者补充原片。",
        ["messenger_size"] = "画面尺寸是微信等软件压缩后的尺寸，大概不是原片。",
        ["few_bits"] = "码率很低，大概经微信等软件压缩过，不是原片。",
        ["ai_certain"] = "文件的元数据标明：属于 AI 生成合成内容（1）。",
        ["ai_possible"] = "文件的元数据标明：可能是 AI 生成合成内容（2）。",
        ["ai_suspected"] = "文件里有 AI 生成工具的痕迹：疑似 AI 生成合成内容（3）。",

        // Administration
        ["last-administrator"] = "编辑部至少要有一位能登录的管理员。请先让另一位同事当管理员。",
        ["column-name"] = "栏目名称请写 2–20 个字。",
        ["partner-name"] = "合作方请写 2 到 {0} 个字。",
        ["key-scopes-missing"] = "请至少选一项权限。",
        ["column-taken"] = "已经有这个名字的栏目了。",

        // General
        ["not-found"] = "没有找到。可能地址不完整，或您没有查看的权限。",
    };

    /// <summary>The sentence of a refusal, with its arguments.</summary>
    /// <exception cref="KeyNotFoundException">The code has no sentence: a mistake of ours.</exception>
    public static string Of(RefusedException refused) => Of(refused.Code, [.. refused.Arguments]);

    /// <inheritdoc cref="Of(RefusedException)"/>
    public static string Of(string code, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, All[code], arguments);
}

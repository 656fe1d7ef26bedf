using System.Text;
using Zhizhuxia.Mail.Mime;
using static Zhizhuxia.UnitTests.Mail.Reading.Letterbox;

namespace Zhizhuxia.UnitTests.Mail.Reading;

public sealed class CharsetTests
{
    [Theory]
    [InlineData("gb18030", "gb2312", "镕基路㙍村", "gb18030")] // what GB2312 does not have
    [InlineData("gb18030", "GBK", "𠮷野家", "gb18030")]          // four bytes
    [InlineData("gb18030", "X-GBK", "株洲", "gb18030")]
    [InlineData("gb18030", "cp936", "株洲", "gb18030")]
    [InlineData("gb18030", null, "株洲", "gb18030")]
    [InlineData("gb18030", "no-such-charset", "株洲", "gb18030")]
    [InlineData("gb18030", "us-ascii", "株洲", "gb18030")]
    [InlineData("gb18030", "utf-8", "株洲日报的读者", "gb18030")]  // wrong
    [InlineData("gb18030", "utf-7", "株洲", "gb18030")]
    [InlineData("utf-8", "GB2312", "你好，代开", "utf-8")]         // wrong, and common
    [InlineData("utf-8", "iso-8859-1", "你好", "utf-8")]
    [InlineData("utf-8", "utf8", "你好", "utf-8")]
    [InlineData("utf-8", null, "Zażółć", "utf-8")]
    [InlineData("big5", "big5", "讀者投稿", "big5")]
    [InlineData("utf-16", "utf-16le", "你好", "utf-16")]
    [InlineData("iso-2022-jp", "iso-2022-jp", "アマゾン", "iso-2022-jp")]
    [InlineData("windows-1251", "windows-1251", "программа", "windows-1251")]
    public void Words_are_read_in_the_charset_they_are_in(string real, string? declared, string words, string used)
    {
        var decoded = Charsets.Decode(Code(real, words), declared);

        Assert.Equal((words, used), (decoded.Text, decoded.Charset));
    }

    /// <summary>These two characters in GBK are two of UTF-8 with two bytes each; the mail's word decides.</summary>
    [Fact]
    public void A_short_text_of_gbk_that_is_valid_utf_8_by_chance_is_believed_to_be_what_it_says()
    {
        var bytes = Code("gb18030", "模希");
        Assert.True(System.Text.Unicode.Utf8.IsValid(bytes));

        Assert.Equal("模希", Charsets.Decode(bytes, "gb2312").Text);
    }

    [Fact]
    public void What_no_other_charset_has_is_read_as_latin_1() =>
        Assert.Equal(("Caf\u00E9 ", "iso-8859-1"), Charsets.Decode([.. "Caf"u8, 0xE9, 0x20], null) is var read ? (read.Text, read.Charset) : default);

    [Fact]
    public void A_few_broken_bytes_do_not_make_utf_8_something_else()
    {
        var bytes = Encoding.UTF8.GetBytes("株洲日报的读者拍到了早高峰");

        Assert.StartsWith("株洲日报的读者拍到了早高", Charsets.Decode(bytes.AsSpan(0, bytes.Length - 1), "utf-8").Text, StringComparison.Ordinal);
        Assert.Equal("utf-8", Charsets.Decode(bytes.AsSpan(0, bytes.Length - 1), null).Charset);
    }

    [Fact]
    public void A_person_can_read_it_anew_in_another_charset() =>
        Assert.Equal(("讀者", "big5"), Charsets.Force(Code("big5", "讀者"), "Big5") is var forced ? (forced.Text, forced.Charset) : default);

    /// <summary>A label that any bytes satisfy proves nothing: the words are tried in what they are valid and usual in.</summary>
    [Theory]
    [InlineData("gb18030", "iso-8859-1", "株洲日报的读者拍到了早高峰", "gb18030")]
    [InlineData("gb18030", "windows-1252", "您好，我是株洲的读者。", "gb18030")]
    [InlineData("utf-8", "windows-1251", "株洲日报的读者", "utf-8")]
    [InlineData("utf-8", "iso-8859-1", "Zażółć gęślą jaźń", "utf-8")]
    [InlineData("utf-8", "gb2312", "Привет, дорогая редакция", "utf-8")]
    [InlineData("big5", "gb2312", "親愛的編輯，我是讀者，投稿一段錄影", "big5")]
    [InlineData("big5", "iso-8859-1", "親愛的編輯，我是讀者", "big5")]
    [InlineData("big5", "utf-8", "親愛的編輯，我是讀者", "big5")]
    [InlineData("big5", null, "親愛的編輯，我是讀者", "big5")]
    [InlineData("gb18030", "big5", "株洲日报的读者拍到了早高峰的湘江大桥", "gb18030")]
    [InlineData("gb18030", "gbk", "親愛的編輯，我是讀者，投稿一段錄影", "gb18030")] // traditional characters in GBK
    [InlineData("iso-8859-1", "iso-8859-1", "Grüße aus Köln, schöne Straße", "iso-8859-1")]
    [InlineData("windows-1251", "windows-1251", "Программа передач на завтра, дорогие читатели", "windows-1251")]
    [InlineData("shift_jis", "shift_jis", "こんにちは、読者です", "shift_jis")]
    [InlineData("euc-kr", "euc-kr", "안녕하세요, 독자입니다", "euc-kr")]
    public void A_wrong_label_is_not_believed_and_a_right_one_is(string real, string? declared, string words, string used)
    {
        var decoded = Charsets.Decode(Code(real, words), declared);

        Assert.Equal((words, used), (decoded.Text, decoded.Charset));
    }

    [Theory]
    [InlineData("gb18030", "gb2312")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("gb18030", null)]
    [InlineData("utf-8", "gb2312")]
    public void One_broken_byte_does_not_spoil_all_the_others(string real, string? declared)
    {
        var bytes = Code(real, "株洲日报的读者拍到了早高峰的湘江大桥，请编辑看一看");

        var decoded = Charsets.Decode([.. bytes, 0xFF, .. Code(real, "谢谢")], declared);

        Assert.StartsWith("株洲日报的读者拍到了早高峰的湘江大桥", decoded.Text, StringComparison.Ordinal);
        Assert.Equal(real, decoded.Charset);
    }
}

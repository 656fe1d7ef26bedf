namespace Zhizhuxia.Mail.Mime;

/// <summary>Undoes one Content-Transfer-Encoding, line by line.</summary>
internal interface ITransferDecoder
{
    /// <summary>Bytes that <see cref="Decode"/> may write beyond the length of its line.</summary>
    const int Slack = 8;

    /// <summary>There were bytes that this encoding does not have.</summary>
    bool IsDamaged { get; }

    /// <summary>The encoding itself says that the content is cut off; null if it cannot tell.</summary>
    bool? IsCutOff { get; }

    /// <summary>Takes a line with its end, or a piece of a very long one.</summary>
    /// <returns>Number of bytes written.</returns>
    int Decode(ReadOnlySpan<byte> line, Span<byte> into);

    /// <summary>Takes the end.</summary>
    /// <param name="atBoundary">The last line end belongs to the boundary behind it.</param>
    int Finish(bool atBoundary, Span<byte> into);
}

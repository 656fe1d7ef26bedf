using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zhizhuxia.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MailAndTable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Letters_Submissions_SubmissionId",
                table: "Letters");

            migrationBuilder.AddColumn<long>(
                name: "CountersignedAt",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DuplicateOf",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WithdrawalAskedAt",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "SubmissionId",
                table: "Letters",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "EditorId",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InReplyTo",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "Letters",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReturnedAt",
                table: "Letters",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MailId",
                table: "Jobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "DigestOff",
                table: "Editors",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "AwaitedFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Size = table.Column<string>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    Expires = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwaitedFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AwaitedFiles_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InboundMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mailbox = table.Column<string>(type: "TEXT", nullable: false),
                    Folder = table.Column<string>(type: "TEXT", nullable: false),
                    UidValidity = table.Column<long>(type: "INTEGER", nullable: false),
                    Uid = table.Column<long>(type: "INTEGER", nullable: true),
                    IsJunk = table.Column<bool>(type: "INTEGER", nullable: false),
                    RawKey = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: true),
                    Cause = table.Column<string>(type: "TEXT", nullable: true),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Charset = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboundMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InboundMails_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InboundMails_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MailboxRecords",
                columns: table => new
                {
                    Mailbox = table.Column<string>(type: "TEXT", nullable: false),
                    LastGoodAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FailingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    AlarmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Trouble = table.Column<string>(type: "TEXT", nullable: true),
                    LoginRefused = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailboxRecords", x => x.Mailbox);
                });

            migrationBuilder.CreateTable(
                name: "MailCursors",
                columns: table => new
                {
                    Mailbox = table.Column<string>(type: "TEXT", nullable: false),
                    Folder = table.Column<string>(type: "TEXT", nullable: false),
                    UidValidity = table.Column<long>(type: "INTEGER", nullable: false),
                    LastUid = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailCursors", x => new { x.Mailbox, x.Folder });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_EditorId",
                table: "Letters",
                column: "EditorId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Key",
                table: "Letters",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_CreatedAt_Id",
                table: "Letters",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_MailId",
                table: "Jobs",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_AwaitedFiles_SubmissionId",
                table: "AwaitedFiles",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_InboundMails_LetterId",
                table: "InboundMails",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_InboundMails_Mailbox_Folder_UidValidity_Uid",
                table: "InboundMails",
                columns: new[] { "Mailbox", "Folder", "UidValidity", "Uid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InboundMails_MessageId",
                table: "InboundMails",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_InboundMails_Sha256",
                table: "InboundMails",
                column: "Sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InboundMails_State_ReceivedAt_Id",
                table: "InboundMails",
                columns: new[] { "State", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InboundMails_SubmissionId",
                table: "InboundMails",
                column: "SubmissionId");

            migrationBuilder.AddForeignKey(
                name: "FK_Jobs_InboundMails_MailId",
                table: "Jobs",
                column: "MailId",
                principalTable: "InboundMails",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_Editors_EditorId",
                table: "Letters",
                column: "EditorId",
                principalTable: "Editors",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_Submissions_SubmissionId",
                table: "Letters",
                column: "SubmissionId",
                principalTable: "Submissions",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Jobs_InboundMails_MailId",
                table: "Jobs");

            migrationBuilder.DropForeignKey(
                name: "FK_Letters_Editors_EditorId",
                table: "Letters");

            migrationBuilder.DropForeignKey(
                name: "FK_Letters_Submissions_SubmissionId",
                table: "Letters");

            migrationBuilder.DropTable(
                name: "AwaitedFiles");

            migrationBuilder.DropTable(
                name: "InboundMails");

            migrationBuilder.DropTable(
                name: "MailboxRecords");

            migrationBuilder.DropTable(
                name: "MailCursors");

            migrationBuilder.DropIndex(
                name: "IX_Letters_EditorId",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Key",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_State_CreatedAt_Id",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Jobs_MailId",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "CountersignedAt",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "DuplicateOf",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "WithdrawalAskedAt",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "EditorId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "InReplyTo",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ReturnedAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "MailId",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "DigestOff",
                table: "Editors");

            migrationBuilder.AlterColumn<Guid>(
                name: "SubmissionId",
                table: "Letters",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_Submissions_SubmissionId",
                table: "Letters",
                column: "SubmissionId",
                principalTable: "Submissions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}

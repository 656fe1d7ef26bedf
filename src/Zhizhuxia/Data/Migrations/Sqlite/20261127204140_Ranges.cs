using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zhizhuxia.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Ranges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Jobs_State_Priority_ReadyAt",
                table: "Jobs");

            migrationBuilder.AddColumn<bool>(
                name: "IsUrgent",
                table: "Submissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "EstimatedSeconds",
                table: "Jobs",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<Guid>(
                name: "PartId",
                table: "Jobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Turn",
                table: "Jobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "LadderParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanHash = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstFrame = table.Column<long>(type: "INTEGER", nullable: false),
                    Frames = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempt = table.Column<long>(type: "INTEGER", nullable: true),
                    Files = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LadderParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LadderParts_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_Priority_Turn_ReadyAt",
                table: "Jobs",
                columns: new[] { "State", "Priority", "Turn", "ReadyAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LadderParts_AssetId_PlanHash_Kind_Number",
                table: "LadderParts",
                columns: new[] { "AssetId", "PlanHash", "Kind", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LadderParts");

            migrationBuilder.DropIndex(
                name: "IX_Jobs_State_Priority_Turn_ReadyAt",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "IsUrgent",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "EstimatedSeconds",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "PartId",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "Jobs");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_Priority_ReadyAt",
                table: "Jobs",
                columns: new[] { "State", "Priority", "ReadyAt" });
        }
    }
}
